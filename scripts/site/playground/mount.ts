import { Playground } from "./playground.js";
import "./playground.css";

/**
 * Puts the playground into an element, instead of what it contains. Colors are VitePress' custom properties where the
 * page has them; it is dark where the page's root has the class `dark`.
 * @returns an object that removes the playground and ends its workers
 */
export function mount(element: HTMLElement): { destroy(): void } {
  return new Playground(element);
}
