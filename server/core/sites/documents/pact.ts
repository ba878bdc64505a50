/** Pact files, versions 1 to 4: what a consumer expects of a provider. */
import type { Expression } from "../../syntax/tree.ts";
import { hasAll, objectsIn, textIn, valueIn } from "./data-access.ts";
import type { DocumentFormat } from "./document.ts";
import { recordedSite } from "./recorded-answer.ts";

export const pactFormat: DocumentFormat = {
  idiom: "pact",
  recognises: (root) =>
    hasAll(root, "consumer", "provider") && (hasAll(root, "interactions") || hasAll(root, "messages")),
  *sites(root, context) {
    for (const interaction of objectsIn(valueIn(root, "interactions"))) {
      const request = valueIn(interaction, "request");
      const response = valueIn(interaction, "response");
      if (response?.kind !== "object") continue;
      const site = recordedSite(
        {
          idiom: pactFormat.idiom,
          span: response,
          status: valueIn(response, "status"),
          headers: valueIn(response, "headers"),
          body: bodyOf(valueIn(response, "body")),
          context: [textIn(interaction, "description"), textIn(request, "path")],
        },
        context,
      );
      if (site !== undefined) yield site;
    }
  },
};

/** Version 4 keeps the body beside the type of its content. */
function bodyOf(body: Expression | undefined): Expression | undefined {
  return hasAll(body, "content", "contentType") ? valueIn(body, "content") : body;
}
