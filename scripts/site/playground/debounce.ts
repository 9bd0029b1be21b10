/** A function that runs once nobody has called it for some time. */
export interface Debounced {
  (): void;
  /** Forgets the call that is waiting. */
  cancel(): void;
}

export function debounce(run: () => void, milliseconds: number): Debounced {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const call = (): void => {
    clearTimeout(timer);
    timer = setTimeout(run, milliseconds);
  };
  return Object.assign(call, { cancel: () => clearTimeout(timer) });
}
