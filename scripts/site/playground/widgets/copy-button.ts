import { button } from "../dom.js";

/** Copies a text to the clipboard. Returns whether that was allowed. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/**
 * Creates a button that copies a text, and says for a moment that it has.
 * @param name what is copied, for screen readers
 */
export function copyButton(name: string, text: () => string): HTMLButtonElement {
  const element = button(
    "Copy",
    () => {
      void copyText(text()).then((isCopied) => {
        element.textContent = isCopied ? "Copied" : "Not allowed";
        setTimeout(() => (element.textContent = "Copy"), 1500);
      });
    },
    { "aria-label": `Copy ${name}`, "aria-live": "polite" },
  );
  return element;
}
