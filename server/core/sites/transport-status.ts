/** Statuses that go with the codes of a transport: whoever looks at `NOT_FOUND` of tRPC looks at a 404. */
import type { SourceFile } from "../syntax/tree.ts";
import type { ErrorSite, Part, PartValue } from "./model.ts";
import { isKnown } from "./site-draft.ts";
import { trpcCodes } from "./values/well-known-errors.ts";

/** The sites of a file, those that only look at a code of tRPC with the status that the code stands for. */
export function withTransportStatus(sites: readonly ErrorSite[], file: SourceFile): readonly ErrorSite[] {
  if (!/["']@trpc\//.test(file.text)) return sites;
  return sites.map((site) => (site.status === undefined ? { ...site, status: statusOf(site) } : site));
}

function statusOf({ role, code }: ErrorSite): Part<number> | undefined {
  if ((role !== "handle" && role !== "expect") || !isKnown(code)) return undefined;
  const values: PartValue<number>[] = [];
  for (const { value } of code.values) {
    const status = trpcCodes.get(String(value));
    if (status === undefined) return undefined;
    if (values.some((other) => other.value === status)) continue;
    values.push({
      value: status,
      written: { kind: "implied", span: code.span, by: `\`${value}\`` },
      origin: undefined,
    });
  }
  const evidence = [{ text: "the status of tRPC's code", place: undefined }];
  // The catalog in scope may mean another thing by the same word.
  return { values, exhaustive: code.exhaustive, span: code.span, certainty: "weak", evidence };
}
