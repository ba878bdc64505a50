/** Responses of a description that stand in another file: `$ref: "./responses.yaml#/NotFound"`. */
import type { Code } from "../../catalog/model.ts";
import { memberAt } from "../../syntax/member-at.ts";
import type { Expression } from "../../syntax/tree.ts";
import type { Part } from "../model.ts";
import { bodyElsewhere } from "../reading/body-elsewhere.ts";
import type { RecogniserContext } from "../recogniser.ts";
import type { ResolvedValue } from "../values/value-service.ts";
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
  const shown = bodiesOf(response, context).flatMap((body) => codesOfBody(body, reference, { context, statuses }));
  if (shown.length > 0 || statuses.every((status) => status < 400)) return shown;
  const code = allowedCode(response, reference, context);
  return code === undefined ? [] : [{ span: reference, code, message: undefined, body: undefined }];
}

/** The code of an example that has a file of its own; `path` leads to its body there. */
export function exampleElsewhere(
  reference: Reference,
  path: readonly string[],
  reading: CodeReading,
): readonly DocumentedCode[] {
  const file = otherFile(reference.pointer, reference);
  return file === undefined ? [] : codesOfBody(memberAt(file, path), reference, reading);
}

function codesOfBody(
  body: Expression,
  reference: Reference,
  { context, statuses }: Pick<CodeReading, "context" | "statuses">,
): readonly DocumentedCode[] {
  const found = bodyElsewhere(body, statuses, context);
  if (found?.code === undefined || found.code.certainty === "weak") return [];
  return [{ span: reference, code: found.code, message: found.message, body: undefined }];
}

/** What the schema of the response allows as its code: `code: { enum: [A, B] }`, in the body or in the error in it. */
function allowedCode(response: Expression, reference: Reference, context: RecogniserContext): Part<Code> | undefined {
  const { values } = context;
  const [media] = values.membersOf(memberAt(response, ["content"]))?.keys() ?? [];
  const schema = memberAt(response, media === undefined ? ["schema"] : ["content", media, "schema"]);
  for (const path of [["code"], ["error", "properties", "code"]]) {
    const written = memberAt(schema, ["properties", ...path]);
    const listed = values.elementsOf(memberAt(written, ["enum"])) ?? [values.valueOf(memberAt(written, ["const"]))];
    const code = partOfOptions(listed, reference);
    if (code !== undefined) return code;
  }
  return undefined;
}

function partOfOptions(listed: readonly ResolvedValue[], { pointer, start, end }: Reference): Part<Code> | undefined {
  const span = { start, end };
  const options = listed.flatMap((one) => (one.exhaustive ? one.options : []));
  const values = options.flatMap(({ value, origin }) => {
    const written = { kind: "implied" as const, span, by: `\`${pointer}\`` };
    return typeof value === "string" || typeof value === "number" ? [{ value, written, origin }] : [];
  });
  if (values.length === 0) return undefined;
  return { values, exhaustive: true, span, certainty: "likely", evidence: options.flatMap(({ steps }) => steps) };
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
