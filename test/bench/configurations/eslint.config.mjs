import parser from "@typescript-eslint/parser";

const files = ["**/*.{ts,tsx,js,jsx,mts,cts,mjs,cjs}"];

/** One rule that finds next to nothing: what is measured is reading and walking. */
// biome-ignore lint/style/noDefaultExport: the tool wants its configuration so.
export default [
  { ignores: ["**/node_modules/**"] },
  {
    files,
    linterOptions: { reportUnusedDisableDirectives: "off" },
    languageOptions: { parser, parserOptions: { ecmaFeatures: { jsx: true } } },
    rules: { "no-debugger": "error" },
  },
];
