/** Responses of a description that stand in another file: `$ref: "./responses.yaml#/NotFound"`. */
import { memberAt } from "../../syntax/member-at.ts";
import type { Expression } from "../../syntax/tree.ts";
import { bodyElsewhere } from "../reading/body-elsewhere.ts";
import type { RecogniserContext } from "../recogniser.ts";
import type { CodeReading, DocumentedCode } from "./openapi-codes.ts";
import { otherFile } from "./other-file.ts";
import type { Reference } from "./references.ts";

/** How many media types and examples of one response are looked at. */
const most = 20;

/** The codes of the examples that the other file shows; none where it cannot be read, or is used for several statuses. */
export function codesElsewhere(
  reference: Reference,
  { context, usage, statuses }: CodeReading,
): readonly DocumentedCode[] {
  const response = otherFile(reference.pointer, reference);
  if (response === undefined || !usage.isOfOneStatus(reference.pointer)) return [];
  return bodiesOf(response, context).flatMap((body) => {
    const found = bodyElsewhere(body, statuses, context);
    if (found?.code === undefined || found.code.certainty === "weak") return [];
    return [{ span: reference, code: found.code, message: found.message, body: undefined }];
  });
}

/** The bodies that a response shows as examples: of its media types, of their schemas, of Swagger 2 by media type. */
function bodiesOf(response: Expression, context: RecogniserContext): readonly Expression[] {
  const members = (...path: readonly string[]): readonly Expression[] => {
    const owner = memberAt(response, path);
    const names = [...(context.values.membersOf(owner)?.keys() ?? [])].slice(0, most);
    return names.map((name) => memberAt(owner, [name]));
  };
  const named = [...(context.values.membersOf(memberAt(response, ["content"]))?.keys() ?? [])].slice(0, most);
  return [
    ...named.flatMap((media) => [
      memberAt(response, ["content", media, "example"]),
      ...members("content", media, "examples").map((example) => memberAt(example, ["value"])),
      memberAt(response, ["content", media, "schema", "example"]),
    ]),
    ...members("examples"),
    memberAt(response, ["schema", "example"]),
  ];
}
