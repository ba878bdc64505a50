import type { BodyPath } from "../../catalog/model.ts";
import type { DataEntry, DataMap, DataNode, DataScalar } from "../../text/data-node.ts";
import type { DraftEnvelope, DraftSample } from "../draft.ts";
import type { CodeBlock } from "../page/page.ts";
import { type BlockBody, readBlockBody } from "./code-block-data.ts";
import { codeShape, soundsLikeError } from "./code-shape.ts";
import { isKnownStatus, isStatus } from "./known-statuses.ts";

/** A body of an example, and where it carries what. */
export interface BodySample extends DraftSample {
  readonly envelope: DraftEnvelope;
}

/** The error bodies that a code block shows. */
export function readSamples(block: CodeBlock): readonly BodySample[] {
  const body = readBlockBody(block);
  if (body === undefined) return [];
  const roots = body.root.kind === "list" ? body.root.items : [body.root];
  return roots.flatMap((root) => {
    const sample = root.kind === "map" ? readSample(root, body, block) : undefined;
    return sample === undefined ? [] : [sample];
  });
}

interface Field {
  readonly entry: DataEntry;
  readonly scalar: DataScalar;
  readonly path: BodyPath;
}

function readSample(root: DataMap, { status: headStatus }: BlockBody, block: CodeBlock): BodySample | undefined {
  const fields = scalarsIn(root);
  const codes = fields.filter(({ entry, scalar }) => codeName.test(entry.key) && isCodeValue(scalar, entry.key));
  const statuses = fields.filter(({ entry, scalar }) => statusName.test(entry.key) && isStatusValue(scalar));
  const message = bestOf(
    fields.filter(({ entry, scalar }) => messageName.test(entry.key) && isText(scalar)),
    messageNames,
  );
  const code = bestOf(
    codes.filter(({ scalar }) => !isBareStatus(scalar)),
    codeNames,
  );
  const bare = bestOf(
    codes.filter(({ scalar }) => isBareStatus(scalar)),
    codeNames,
  );
  const failure = fields.find(
    ({ entry, scalar }) =>
      failureName.test(entry.key) && (scalar.value === false || scalar.value === "error" || scalar.value === "fail"),
  );
  if (code === undefined && (message === undefined || (bare ?? statuses[0] ?? failure) === undefined)) return undefined;
  const status = statuses[0] ?? bare;
  const told = headStatus ?? (status === undefined ? undefined : Number(status.scalar.written));
  const isSuccess = told !== undefined && told < 400 && code === undefined;
  if (isSuccess) return undefined;
  const envelope: DraftEnvelope = {
    code: (code ?? bare)?.path,
    message: message?.path,
    status: statuses[0]?.path,
    failure:
      failure === undefined || failure.scalar.value === null
        ? undefined
        : { path: failure.path, value: failure.scalar.value },
    required: [code ?? bare, message].flatMap((field) => (field === undefined ? [] : [field.path])),
    codeHolds: code === undefined && bare !== undefined ? "http-status" : "code",
    statusType: typeof status?.scalar.value === "number" ? "number" : undefined,
    span: root.span,
  };
  return {
    status: told,
    code:
      code === undefined ||
      isPlaceholder(code.scalar) ||
      code.scalar.value === null ||
      typeof code.scalar.value === "boolean"
        ? undefined
        : { value: code.scalar.value, span: code.scalar.span },
    message: message === undefined ? undefined : { value: String(message.scalar.value), span: message.scalar.span },
    span: block.span,
    envelope,
  };
}

/** The scalars of a body down to where errors are still told, outer ones first. */
function scalarsIn(root: DataMap): readonly Field[] {
  const found: Field[] = [];
  let level: { readonly node: DataNode; readonly path: BodyPath }[] = [{ node: root, path: [] }];
  for (let depth = 0; depth < 4 && level.length > 0; depth += 1) {
    const next: { node: DataNode; path: BodyPath }[] = [];
    for (const { node, path } of level) {
      if (node.kind === "list") next.push(...node.items.slice(0, 1).map((item) => ({ node: item, path })));
      if (node.kind !== "map") continue;
      for (const entry of node.entries) {
        const inner = [...path, entry.key];
        if (entry.value.kind === "scalar") found.push({ entry, scalar: entry.value, path: inner });
        else if (containerName.test(entry.key) || node.entries.length === 1)
          next.push({ node: entry.value, path: inner });
      }
    }
    level = next;
  }
  return found;
}

const codeNames = [
  "errorcode",
  "errcode",
  "error_code",
  "err_code",
  "code",
  "errno",
  "ret",
  "retcode",
  "returncode",
  "subcode",
  "sub_code",
  "error",
  "reason",
  "type",
  "name",
  "key",
  "status",
];
const messageNames = [
  "message",
  "errormessage",
  "error_message",
  "errmsg",
  "err_msg",
  "msg",
  "error_description",
  "errormsg",
  "error_msg",
  "detail",
  "description",
  "title",
  "error",
  "text",
  "info",
  "statusmessage",
];
const codeName = new RegExp(
  `^(?:${codeNames.join("|")}|resultcode|result_code|responsecode|response_code|rc|err)$`,
  "i",
);
const messageName = new RegExp(`^(?:${messageNames.join("|")}|resultmessage|result_msg|retmsg)$`, "i");
const statusName = /^(?:status|statuscode|status_code|http_?status|http_?code|http_?status_?code)$/i;
const failureName = /^(?:ok|success|status|issuccess|is_success|succeeded|result)$/i;
const containerName =
  /^(?:errors?|err|meta|msg|data|detail|details|body|response|result|status|fault|exception|header|head|payload|issue|\$\w+)$/i;

/** What stands for any code in a sample that only shows the shape. */
const placeholder =
  /^(?:(?:some|your|any|the|an?|example|sample|my)[-_ ]?)?(?:error|err)?[-_ ]?(?:code|name|type)(?:[-_ ]?here)?$|example|^c[oó]d(?:igo|e)[-_]d[eo][-_]|^<.*>$|^x{3,}$|placeholder/i;

function isPlaceholder({ value }: DataScalar): boolean {
  return typeof value === "string" && placeholder.test(value);
}

/** Fields that hold the code of an error in some APIs, and something else in most. */
const vagueName = /^(?:type|name|key|reason|status|error|err)$/i;

function isCodeValue({ value, quoted }: DataScalar, key: string): boolean {
  if (typeof value === "number") return Number.isInteger(value) && !vagueName.test(key);
  if (typeof value !== "string" || !quoted) return false;
  if (vagueName.test(key) && !/^(?:error|err)$/i.test(key) && !soundsLikeError(value)) return false;
  const shape = codeShape(value);
  return shape !== "text" && !/^(?:error|fail|failed|failure|success|ok|true|false|string|example|null)$/i.test(value);
}

function isStatusValue({ value }: DataScalar): boolean {
  return typeof value === "number" ? isStatus(value) : typeof value === "string" && /^[1-5]\d\d$/.test(value);
}

/** Whether a code is no more than the HTTP status. */
function isBareStatus({ value }: DataScalar): boolean {
  return isKnownStatus(Number(value));
}

function isText({ value }: DataScalar): boolean {
  return typeof value === "string" && value.trim() !== "";
}

/** The field with the plainest name; of several the outermost. */
function bestOf(fields: readonly Field[], names: readonly string[]): Field | undefined {
  const rank = ({ entry }: Field): number => {
    const at = names.indexOf(entry.key.toLowerCase());
    return at < 0 ? names.length : at;
  };
  return fields.toSorted((left, right) => rank(left) - rank(right))[0];
}
