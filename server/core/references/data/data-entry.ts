import type { Code } from "../../catalog/model.ts";
import type { DataEntry, DataMap, DataNode, DataScalar } from "../../text/data-node.ts";
import type { DraftCode, Drafted } from "../draft.ts";
import { draftEntry } from "../empty.ts";
import { type FieldRole, roleOfField } from "./field-roles.ts";

/** The fields of one entry by what they hold, those with the plainest name first. */
export type EntryFields = ReadonlyMap<FieldRole, readonly DataEntry[]>;

/** The fields of `map` by their roles. */
export function fieldsOf(map: DataMap): EntryFields {
  const found = new Map<FieldRole, { entry: DataEntry; rank: number }[]>();
  for (const entry of map.entries) {
    const role = roleOfField(entry.key);
    if (role === undefined) continue;
    const list = found.get(role.role) ?? [];
    list.push({ entry, rank: role.rank });
    found.set(role.role, list);
  }
  return new Map(
    [...found].map(([role, list]) => [
      role,
      list.toSorted((left, right) => left.rank - right.rank).map(({ entry }) => entry),
    ]),
  );
}

/** An entry from its fields, its code and its statuses, which the collection around has decided on. */
export function draftedEntry(
  code: Drafted<Code>,
  statuses: readonly Drafted<number>[],
  fields: EntryFields,
  span: DraftCode["span"],
): DraftCode {
  const text = (role: FieldRole): Drafted<string> | undefined => textsIn(fields.get(role)?.[0]?.value)[0];
  const isDeprecated = fields.get("deprecated")?.[0]?.value;
  const replacement = codesIn(fields.get("replacement")?.[0]?.value)[0];
  const link = text("link")?.value;
  const parts = {
    messages: textsIn(fields.get("message")?.[0]?.value),
    title: text("title"),
    summary: text("summary"),
    cause: text("cause"),
    fix: text("fix"),
    retry: retryOf(fields.get("retry")?.[0]?.value),
    methods: textsIn(fields.get("methods")?.[0]?.value),
    tags: textsIn(fields.get("tags")?.[0]?.value).map(({ value }) => value),
    isDeprecated: isDeprecated?.kind === "scalar" && isDeprecated.value !== false && isDeprecated.value !== null,
    replacement,
    link: link !== undefined && /^https?:\/\//.test(link) ? link : undefined,
  };
  return draftEntry({ code, statuses, span }, parts);
}

function retryOf(node: DataNode | undefined): DraftCode["retry"] {
  if (node?.kind !== "scalar") return undefined;
  if (node.value === true || /^(?:yes|true|retryable)$/i.test(node.written)) return { value: "yes", span: node.span };
  if (node.value === false || /^(?:no|never|false)$/i.test(node.written)) return { value: "no", span: node.span };
  return undefined;
}

/** The texts of a scalar or of a list of scalars, empty ones left out. */
export function textsIn(node: DataNode | undefined): readonly Drafted<string>[] {
  return scalarsIn(node).flatMap(({ value, span }) =>
    typeof value === "string" && value.trim() !== "" ? [{ value, span }] : [],
  );
}

/** The codes of a scalar or of a list of scalars. */
export function codesIn(node: DataNode | undefined): readonly Drafted<Code>[] {
  return scalarsIn(node).flatMap(({ value, span }) =>
    typeof value === "number" || (typeof value === "string" && value.trim() !== "") ? [{ value, span }] : [],
  );
}

/** The HTTP statuses of a scalar (`404`, `"404"`, `"404 Not Found"`, `HTTP_404`) or of a list of them. */
export function statusesIn(node: DataNode | undefined): readonly Drafted<number>[] {
  return scalarsIn(node).flatMap((scalar) => {
    const status = statusOf(scalar);
    return status === undefined ? [] : [{ value: status, span: scalar.span }];
  });
}

function statusOf({ value, written }: DataScalar): number | undefined {
  if (typeof value === "number") return isStatus(value) ? value : undefined;
  const [, digits] = /^(?:HTTP[ _/-]?(?:1\.1 )?)?([1-5]\d\d)(?![\d.])/i.exec(written.trim()) ?? [];
  return digits === undefined ? undefined : Number(digits);
}

function isStatus(value: number): boolean {
  return Number.isInteger(value) && value >= 100 && value < 600;
}

function scalarsIn(node: DataNode | undefined): readonly DataScalar[] {
  if (node === undefined) return [];
  if (node.kind === "scalar") return [node];
  return node.kind === "list" ? node.items.flatMap((item) => (item.kind === "scalar" ? [item] : [])) : [];
}
