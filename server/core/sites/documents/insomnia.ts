/** Insomnia exports: version 4 with its list of resources, version 5 with a mock server's routes. */
import type { Expression } from "../../syntax/tree.ts";
import { objectsIn, textIn, valueIn } from "./data-access.ts";
import type { DocumentFormat } from "./document.ts";
import { recordedSite } from "./recorded-answer.ts";

export const insomniaFormat: DocumentFormat = {
  idiom: "insomnia",
  recognises: (root) => isVersion4(root) || isVersion5(root),
  *sites(root, context) {
    for (const answer of answersIn(root)) {
      const site = recordedSite(
        {
          idiom: insomniaFormat.idiom,
          span: answer,
          status: valueIn(answer, "statusCode"),
          headers: valueIn(answer, "headers"),
          body: valueIn(answer, "body"),
          context: [textIn(answer, "name")],
        },
        context,
      );
      if (site !== undefined) yield site;
    }
  },
};

function isVersion4(root: Expression): boolean {
  return textIn(root, "_type") === "export" && valueIn(root, "resources")?.kind === "array";
}

function isVersion5(root: Expression): boolean {
  return textIn(root, "type")?.includes("insomnia.rest/") === true;
}

/** Mock routes, and answers that were kept; requests have a body as well, but no status. */
function answersIn(root: Expression): readonly Expression[] {
  if (isVersion5(root)) return objectsIn(valueIn(root, "routes"));
  return objectsIn(valueIn(root, "resources")).filter((resource) =>
    ["mock_route", "response"].includes(textIn(resource, "_type") ?? ""),
  );
}
