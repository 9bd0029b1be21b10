/** What the playground needs to build pages. Text is always set as text, never as HTML. */
type Child = Node | string;

type Attributes = Readonly<Record<string, string | boolean | undefined>>;

/** Creates an element. An attribute that is true has no value, one that is false or `undefined` is left out. */
export function h<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== false)
      element.setAttribute(key, value === true ? "" : value);
  }
  element.append(...children);
  return element;
}

/** Creates a button. */
export function button(
  label: string,
  onClick: () => void,
  attributes: Attributes = {},
): HTMLButtonElement {
  const element = h("button", { type: "button", class: "pg-button", ...attributes }, label);
  element.addEventListener("click", onClick);
  return element;
}

/** Sets the text of an element, if it is another one: a screen reader reads every change of a live region. */
export function setText(element: Element, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}

let count = 0;

/** Returns an id that no other element of the page has. */
export function uniqueId(name: string): string {
  return `pg-${name}-${++count}`;
}

/** Renders documentation: paragraphs, lists as lines, and code between backticks. */
export function renderDocs(markdown: string): HTMLElement {
  const paragraphs = markdown
    .split(/\n{2,}/)
    .filter((text) => text.trim() !== "")
    .map((text) => h("p", {}, ...renderSpans(text)));
  return h("div", { class: "pg-docs-text" }, ...paragraphs);
}

function renderSpans(text: string): Child[] {
  return text
    .split(/(`[^`]+`)/)
    .filter((part) => part !== "")
    .map((part) => (/^`[^`]+`$/.test(part) ? h("code", {}, part.slice(1, -1)) : plain(part)));
}

/** Removes what is markup in text: links become their labels. */
function plain(text: string): string {
  return text.replace(/\[([^\]]+)\]\([^)]*\)/g, "$1").replace(/\{@link ([^}]+)\}/g, "$1");
}
