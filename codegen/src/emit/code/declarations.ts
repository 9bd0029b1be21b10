import type { Code } from "./code.js";

/**
 * A file of the output and its declarations, in order. Imports are derived from references in code.
 */
export interface Module {
  /** The path in the output, without extension. */
  readonly path: string;
  /** The source of the file, for its header. */
  readonly source: string;
  /** TSDoc of the file, already escaped. */
  readonly docs?: string;
  readonly declarations: readonly Declaration[];
}

export type Declaration =
  | InterfaceDeclaration
  | TypeDeclaration
  | FunctionDeclaration
  | ClassDeclaration
  | ConstDeclaration
  | LocalExport
  | ReExport;

interface Named {
  readonly name: string;
  /** TSDoc, already escaped; empty for none. */
  readonly docs: string;
  readonly exported: boolean;
  /** Whether it follows the declaration before it without a blank line. */
  readonly isAttached?: boolean;
}

export interface InterfaceDeclaration extends Named {
  readonly kind: "interface";
  readonly typeParameter?: Code;
  /** The interface that it extends. */
  readonly base?: Code;
  readonly properties: readonly Property[];
}

export interface Property {
  readonly name: string;
  readonly docs: string;
  readonly optional: boolean;
  readonly type: Code;
}

export interface TypeDeclaration extends Named {
  readonly kind: "type";
  readonly typeParameter?: Code;
  readonly type: Code;
}

export interface FunctionDeclaration extends Named {
  readonly kind: "function";
  /** The name of the type parameter, if there is one. */
  readonly typeParameter?: string;
  readonly parameters: readonly Parameter[];
  readonly returnType: Code;
  readonly isAsync?: boolean;
  /** The overload signatures, which hide that of the implementation. */
  readonly overloads?: readonly Overload[];
  readonly body: Code;
}

export interface Overload {
  /** The type parameter, if there is one. */
  readonly typeParameter?: string;
  /** TSDoc, already escaped; empty for none. */
  readonly docs: string;
  readonly parameters: readonly Parameter[];
  readonly returnType: Code;
}

export interface Parameter {
  readonly name: string;
  readonly type: Code;
  readonly optional?: boolean;
  readonly initializer?: Code;
}

export interface ClassDeclaration extends Named {
  readonly kind: "class";
  readonly base?: Code;
  readonly properties: readonly (Property & { readonly readonly?: boolean })[];
  readonly constructorParameters: readonly Parameter[];
  readonly constructorBody: Code;
}

export interface ConstDeclaration extends Named {
  readonly kind: "const";
  readonly type: Code | undefined;
  readonly value: Code;
}

/** `export { ... }`: declarations of the module under further names. */
export interface LocalExport {
  readonly kind: "local-export";
  readonly names: readonly { readonly name: string; readonly as: string }[];
}

/** `export ... from`: all exports under one name, or single names. */
export type ReExport =
  | { readonly kind: "re-export"; readonly module: string; readonly as: string }
  | {
      readonly kind: "re-export";
      readonly module: string;
      readonly names: readonly {
        readonly name: string;
        readonly as?: string;
        readonly typeOnly: boolean;
      }[];
    };
