const signals = ["SIGINT", "SIGTERM"] as const;

/** Resolves at the first signal to stop the process, which then does not end by itself. */
export function stopSignal(): { readonly promise: Promise<void>; readonly remove: () => void } {
  let stop = (): void => undefined;
  const promise = new Promise<void>((resolve) => {
    stop = resolve;
  });
  for (const signal of signals) process.once(signal, stop);
  return {
    promise,
    remove: () => {
      for (const signal of signals) process.removeListener(signal, stop);
    },
  };
}
