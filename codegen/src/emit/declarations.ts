import type { Code } from "./code.js";

/** A file to be written: what it declares, in order. Imports follow from what the code refers to. */
export interface Module {
  /** The path in the output, without its ending. */
  readonly path: string;
  /** What the header says the file is made of. */
  readonly source: string;
  /** TSDoc of the file itself, already made safe; none where it is left out. */
  readonly docs?: string;
  readonly declarations: readonly Declaration[];
}

export type Declaration =
  | InterfaceDeclaration
  | TypeDeclaration
  | FunctionDeclaration
  | ClassDeclaration
  | ConstDeclaration
  | ReExport;

interface Named {
  readonly name: string;
  /** TSDoc, already made safe; empty for none. */
  readonly docs: string;
  readonly exported: boolean;
}

export interface InterfaceDeclaration extends Named {
  readonly kind: "interface";
  readonly typeParameter?: Code;
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
  /** The name of the one type parameter, if there is one. */
  readonly typeParameter?: string;
  readonly parameters: readonly Parameter[];
  readonly returnType: Code;
  readonly isAsync?: boolean;
  /** The signatures that callers see in place of that of the implementation. */
  readonly overloads?: readonly Overload[];
  readonly body: Code;
}

export interface Overload {
  /** TSDoc, already made safe; empty for none. */
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
  readonly base: Code;
  readonly properties: readonly (Property & { readonly readonly?: boolean })[];
  readonly constructorParameters: readonly Parameter[];
  readonly constructorBody: Code;
}

export interface ConstDeclaration extends Named {
  readonly kind: "const";
  readonly type: Code | undefined;
  readonly value: Code;
}

/** `export ... from`: of everything under one name, or of single names. */
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
