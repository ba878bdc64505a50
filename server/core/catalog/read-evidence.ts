import { type Field, readFields } from "../text/data-fields.ts";
import { readFlag, readList, readText, readTexts } from "../text/data-values.ts";
import type { CatalogContext } from "./catalog-context.ts";
import type { CatalogEvidence, Provenance, Sample } from "./model.ts";
import { readCode } from "./read-code.ts";
import { readLocalized } from "./read-localized.ts";
import { readStatus } from "./read-status.ts";

/** The section `evidence`: what may bring the catalog into scope. Without it, only its codes. */
export function readEvidence(context: CatalogContext, field: Field | undefined): CatalogEvidence {
  if (field === undefined) return { hosts: [], dependencies: [], codes: true };
  const fields = readFields(context, field.value, { what: "the evidence", names: ["hosts", "dependencies", "codes"] });
  return {
    hosts: readList(context, fields.get("hosts"), (item) => readHost(context, item)),
    dependencies: readTexts(context, fields.get("dependencies")),
    codes: readFlag(context, fields.get("codes")) ?? true,
  };
}

function readHost(context: CatalogContext, item: Field): string | undefined {
  const host = readText(context, item);
  if (host === undefined || /^(\*\.)?[^\s/:*?#@]+$/.test(host)) return host?.toLowerCase();
  context.problems.error(
    item.value.span,
    "A host is a name such as `api.example.com` or `*.example.com`, without scheme or path",
  );
  return undefined;
}

/** The section `provenance`: the page that the facts come from, and when it was read. */
export function readProvenance(context: CatalogContext, field: Field | undefined): Provenance | undefined {
  if (field === undefined) return undefined;
  const fields = readFields(context, field.value, { what: "the provenance", names: ["page", "retrieved", "note"] });
  return {
    page: readText(context, fields.get("page")),
    retrieved: readText(context, fields.get("retrieved")),
    note: readLocalized(context, fields.get("note")),
  };
}

/** The section `samples`: bodies that the page shows. */
export function readSamples(context: CatalogContext, field: Field | undefined): readonly Sample[] {
  return readList(context, field, (item) => {
    const fields = readFields(context, item.value, { what: "a sample", names: ["status", "code", "message"] });
    if (item.value.kind !== "map") return undefined;
    const codeField = fields.get("code");
    return {
      status: readStatus(context, fields.get("status")),
      code: readCode(context, codeField),
      message: readText(context, fields.get("message")),
      span: codeField?.value.span ?? fields.span,
    };
  });
}
