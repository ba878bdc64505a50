/** Postman collections of versions 2.0 and 2.1: `code` is the HTTP status of a saved answer, `status` its phrase. */
import type { Expression, ObjectLiteral } from "../../syntax/tree.ts";
import { objectsIn, textIn, valueAlong, valueIn } from "./data-access.ts";
import type { DocumentFormat } from "./document.ts";
import { scriptSites } from "./postman-scripts.ts";
import { recordedSite } from "./recorded-answer.ts";

export const postmanFormat: DocumentFormat = {
  idiom: "postman",
  recognises(root) {
    const collection = collectionIn(root);
    const schema = textIn(valueIn(collection, "info"), "schema");
    return valueIn(collection, "item")?.kind === "array" && schema?.includes("/collection/v2") === true;
  },
  *sites(root, context) {
    for (const item of itemsIn(valueIn(collectionIn(root), "item"))) {
      for (const answer of objectsIn(valueIn(item, "response"))) {
        const site = recordedSite(
          {
            idiom: postmanFormat.idiom,
            span: answer,
            status: valueIn(answer, "code"),
            headers: valueIn(answer, "header"),
            body: valueIn(answer, "body"),
            context: [textIn(answer, "name"), textIn(item, "name"), textIn(valueAlong(item, "request", "url"), "raw")],
          },
          context,
        );
        if (site !== undefined) yield site;
      }
      yield* scriptSites(valueIn(item, "event"), context);
    }
  },
};

/** What Postman's own API answers has the collection one level down. */
function collectionIn(root: Expression): Expression {
  return valueIn(root, "collection") ?? root;
}

/** The requests in a list of items, those in folders included. */
function* itemsIn(list: Expression | undefined): Iterable<ObjectLiteral> {
  for (const item of objectsIn(list)) {
    yield item;
    yield* itemsIn(valueIn(item, "item"));
  }
}
