/**
 * The exit statuses of every command: success; drift, findings, or an error in a model; wrong usage, or a file
 * that cannot be read or written.
 */
export const exitStatus = { done: 0, failed: 1, usage: 2 } as const;
