import eslint from "@eslint/js";
import { defineConfig } from "eslint/config";
import tseslint from "typescript-eslint";

export default defineConfig(
  { ignores: ["**/dist", "generated/src", "**/.generated", "coverage", "docs"] },
  eslint.configs.recommended,
  tseslint.configs.strictTypeChecked,
  tseslint.configs.stylisticTypeChecked,
  {
    languageOptions: {
      parserOptions: { projectService: { allowDefaultProject: ["eslint.config.js"] } },
    },
    rules: {
      // `!= null` is how the absent and the null are told from everything else.
      eqeqeq: ["error", "always", { null: "ignore" }],
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      // Structural stand-ins are what ts-morph's guards are for.
      "@typescript-eslint/no-unsafe-class-instance-assignment": "off",
      "@typescript-eslint/no-confusing-void-expression": [
        "error",
        { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
      ],
      // Isolated declarations want parameters to have types, also where there is an initializer.
      "@typescript-eslint/no-inferrable-types": "off",
      // A `type` can be assigned to a dictionary, which an `interface` cannot.
      "@typescript-eslint/consistent-type-definitions": "off",
      // Both styles say what they mean; the dictionary type is the shorter where keys are open.
      "@typescript-eslint/consistent-indexed-object-style": "off",
    },
  },
);
