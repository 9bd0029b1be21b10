/** The values of the options that are one of a list; the first is the default. */
export const longTypes = ["number", "bigint"] as const;

export const patternModes = ["linear", "skip"] as const;

export const protocolNames = ["restJson1"] as const;
