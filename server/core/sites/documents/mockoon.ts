/** Mockoon environments: routes with their answers, also as older versions exported several of them. */
import type { Expression } from "../../syntax/tree.ts";
import { objectsIn, textIn, valueIn } from "./data-access.ts";
import type { DocumentFormat } from "./document.ts";
import { recordedSite } from "./recorded-answer.ts";

export const mockoonFormat: DocumentFormat = {
  idiom: "mockoon",
  recognises: (root) => environmentsIn(root).length > 0,
  *sites(root, context) {
    for (const route of environmentsIn(root).flatMap((environment) => objectsIn(valueIn(environment, "routes")))) {
      for (const response of objectsIn(valueIn(route, "responses"))) {
        const site = recordedSite(
          {
            idiom: mockoonFormat.idiom,
            span: response,
            status: valueIn(response, "statusCode"),
            headers: valueIn(response, "headers"),
            body: valueIn(response, "body"),
            context: [textIn(response, "label"), textIn(route, "endpoint"), textIn(route, "method")],
          },
          context,
        );
        if (site !== undefined) yield site;
      }
    }
  },
};

function environmentsIn(root: Expression): readonly Expression[] {
  const items = objectsIn(valueIn(root, "data")).map((entry) => valueIn(entry, "item"));
  return [root, ...items].filter((one) => one !== undefined).filter(isEnvironment);
}

function isEnvironment(node: Expression): boolean {
  return objectsIn(valueIn(node, "routes")).some(
    (route) =>
      textIn(route, "endpoint") !== undefined &&
      objectsIn(valueIn(route, "responses")).some((response) => valueIn(response, "statusCode") !== undefined),
  );
}
