import eslint from "@eslint/js";
import { defineConfig } from "eslint/config";
import tseslint from "typescript-eslint";

export default defineConfig(
  { ignores: ["**/dist", "generated/src", "**/.generated", "coverage", "docs", "site"] },
  eslint.configs.recommended,
  tseslint.configs.strictTypeChecked,
  tseslint.configs.stylisticTypeChecked,
  {
    languageOptions: {
      parserOptions: {
        projectService: { allowDefaultProject: ["eslint.config.js", ".dependency-cruiser.mjs"] },
      },
    },
    rules: {
      // `!= null` checks for null and undefined.
      eqeqeq: ["error", "always", { null: "ignore" }],
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      // ts-morph's type guards need structural substitutes.
      "@typescript-eslint/no-unsafe-class-instance-assignment": "off",
      "@typescript-eslint/no-confusing-void-expression": [
        "error",
        { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
      ],
      // Isolated declarations require types of parameters, even with an initializer.
      "@typescript-eslint/no-inferrable-types": "off",
      // A `type` can be assigned to a type with an index signature, an `interface` cannot.
      "@typescript-eslint/consistent-type-definitions": "off",
      // Both styles are clear, and an index signature can be shorter than `Record`.
      "@typescript-eslint/consistent-indexed-object-style": "off",
    },
  },
);
