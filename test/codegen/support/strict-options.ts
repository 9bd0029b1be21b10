import ts from "typescript";

/** Every option of the compiler that makes it stricter, at its strictest. */
export const strictOptions = {
  allowUnreachableCode: false,
  allowUnusedLabels: false,
  alwaysStrict: true,
  erasableSyntaxOnly: true,
  exactOptionalPropertyTypes: true,
  forceConsistentCasingInFileNames: true,
  isolatedDeclarations: true,
  isolatedModules: true,
  noFallthroughCasesInSwitch: true,
  noImplicitAny: true,
  noImplicitOverride: true,
  noImplicitReturns: true,
  noImplicitThis: true,
  noPropertyAccessFromIndexSignature: true,
  noUncheckedIndexedAccess: true,
  noUncheckedSideEffectImports: true,
  noUnusedLocals: true,
  noUnusedParameters: true,
  strict: true,
  strictBindCallApply: true,
  strictBuiltinIteratorReturn: true,
  strictFunctionTypes: true,
  strictNullChecks: true,
  strictPropertyInitialization: true,
  useUnknownInCatchVariables: true,
  verbatimModuleSyntax: true,
} as const satisfies ts.CompilerOptions;

/** Options of the same categories that do not make the compiler stricter about what it compiles. */
export const otherOptions: readonly string[] = [
  "allowSyntheticDefaultImports",
  "esModuleInterop",
  "noResolve",
  "preserveSymlinks",
  "stableTypeOrdering",
];

/** What is used of the compiler's own list of its options, which its types do not have. */
interface OptionDeclaration {
  readonly name: string;
  readonly type: unknown;
  readonly category?: { readonly message: string };
}

/** The names of the compiler's options about type checking and about what a module may contain. */
export function declaredOptions(): string[] {
  const { optionDeclarations } = ts as unknown as {
    readonly optionDeclarations: readonly OptionDeclaration[];
  };
  const isChecking = ({ name, category }: OptionDeclaration): boolean => {
    const of = category?.message ?? "";
    return (
      ["Type Checking", "Interop Constraints"].includes(of) ||
      (of === "Modules" && name.startsWith("no"))
    );
  };
  return optionDeclarations
    .filter((option) => option.type === "boolean" && isChecking(option))
    .map(({ name }) => name);
}
