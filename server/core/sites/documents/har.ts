/** HTTP archives (HAR 1.2), as browsers, proxies and recorders of tests write them. */
import type { Expression, StringLiteral } from "../../syntax/tree.ts";
import { decodedBase64 } from "./base64.ts";
import { objectsIn, textIn, valueAlong, valueIn } from "./data-access.ts";
import type { DocumentFormat } from "./document.ts";
import { recordedSite } from "./recorded-answer.ts";

export const harFormat: DocumentFormat = {
  idiom: "har",
  recognises: (root) =>
    objectsIn(valueAlong(root, "log", "entries")).some(
      (entry) => valueIn(entry, "request") !== undefined && valueIn(entry, "response") !== undefined,
    ),
  *sites(root, context) {
    for (const entry of objectsIn(valueAlong(root, "log", "entries"))) {
      const response = valueIn(entry, "response");
      if (response === undefined) continue;
      const site = recordedSite(
        {
          idiom: harFormat.idiom,
          span: response,
          status: valueIn(response, "status"),
          headers: valueIn(response, "headers"),
          body: bodyOf(valueIn(response, "content")),
          context: [pathOf(textIn(valueIn(entry, "request"), "url"))],
        },
        context,
      );
      if (site !== undefined) yield site;
    }
  },
};

function bodyOf(content: Expression | undefined): Expression | undefined {
  const text = valueIn(content, "text");
  if (text?.kind !== "string" || textIn(content, "encoding") !== "base64") return text;
  const value = decodedBase64(text.value);
  // What it decodes to has no places of its own.
  const decoded: StringLiteral = { ...text, value: value ?? "", quote: "|" };
  return decoded;
}

/** Hosts and queries are of no use as words. */
function pathOf(url: string | undefined): string | undefined {
  return url?.replace(/^[a-z]+:\/\/[^/]*/i, "").replace(/[?#].*$/, "");
}
