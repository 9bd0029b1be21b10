import { isIdentifier, isShapeId } from "../load/names.js";

/** What a new project is about. */
export interface InitOptions {
  /** The namespace of the shapes, such as `com.example`. */
  readonly namespace: string;
  /** The name of the service, such as `Notes`. */
  readonly service: string;
}

export const defaults: InitOptions = { namespace: "com.example", service: "Notes" };

/** Returns what is wrong with a namespace; `undefined` if it is valid. */
export function checkNamespace(text: string): string | undefined {
  return isShapeId(`${text}#Name`)
    ? undefined
    : "expected identifiers with dots between them, such as com.example";
}

/** Returns what is wrong with the name of a service; `undefined` if it is valid. */
export function checkService(text: string): string | undefined {
  return isIdentifier(text) && /^[A-Z]/.test(text)
    ? undefined
    : "expected letters and digits that begin with a capital letter, such as Notes";
}
