import type { Code, CodeEntry } from "../catalog/model.ts";
import type { Span } from "../text/span.ts";
import type { CatalogRule } from "./model.ts";
import { codeName } from "./support/phrases.ts";

interface State {
  readonly entry: CodeEntry;
  readonly again: Span;
  readonly uri: string;
  /** Whether the file is in the format of catalogs, which has a word for several meanings. */
  readonly isOwnFormat: boolean;
}

export const catalogDuplicateCode: CatalogRule<State> = {
  kind: "catalog",
  meta: {
    name: "catalog-duplicate-code",
    severity: "warning",
    summary: "A catalog defines a code twice.",
    authority: "The catalog itself.",
    description:
      "Both definitions are kept as meanings of one code, and whoever meets it cannot tell which is meant. Where the API really uses the code for several things, write it once with `meanings`.",
    examples: {
      invalid: [
        {
          title: "Two definitions",
          language: "yaml",
          catalogs: [],
          text: "id: sample-api\ntitle: Sample API\nlanguage: en\ncodes:\n  - { code: 7, status: 400, summary: Too long }\n  - { code: 7, status: 404, summary: Not there }\n",
        },
      ],
      valid: [
        {
          title: "One definition with two meanings",
          language: "yaml",
          catalogs: [],
          text: "id: sample-api\ntitle: Sample API\nlanguage: en\ncodes:\n  - code: 7\n    status: 400\n    meanings:\n      - { summary: Too long }\n      - { summary: Too short }\n",
        },
      ],
    },
    fix: "none",
  },
  *check({ catalog }) {
    const isOwnFormat = /\.(?:ya?ml|jsonc?)$/i.test(catalog.uri);
    for (const entry of catalog.codes)
      for (const again of entry.duplicates) yield { entry, again, uri: catalog.uri, isOwnFormat };
  },
  span: ({ again }) => again,
  message: ({ entry, isOwnFormat }) =>
    isOwnFormat
      ? `${codeName(entry.code)} is already defined above; write one entry with \`meanings\` if it stands for several things`
      : `${codeName(entry.code)} is already defined above: whoever meets it cannot tell which of the two is meant`,
  about: ({ entry }): { readonly code: Code } => ({ code: entry.code }),
  related: ({ entry, uri }) => [{ message: `${codeName(entry.code)} first`, uri, span: entry.codeSpan }],
};
