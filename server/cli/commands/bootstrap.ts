import {
  isProgramFile,
  LineMap,
  type ObservedError,
  observedCatalog,
  observedErrors,
  type Place,
  writeYamlCatalog,
} from "../../core/index.ts";
import { analyseFiles } from "../analyse-files.ts";
import { catalogJson } from "../catalog-json.ts";
import { exitCodes } from "../exit.ts";
import { filesOf, type Run, shownPath, shownUri } from "../run.ts";

export interface BootstrapOptions {
  readonly id: string | undefined;
  readonly title: string | undefined;
}

/** `bootstrap`: a first catalog from the code itself: the codes that it sends, with statuses, messages and places. */
export async function runBootstrap(
  run: Run,
  paths: readonly string[],
  { id, title }: BootstrapOptions,
): Promise<number> {
  const observed: ObservedError[] = [];
  const names = new Map<Place, string>();
  const files = filesOf(run, paths).filter((file) => isProgramFile(`/${shownPath(run, file)}`));
  const defects = await analyseFiles(run, files, ({ uri, text, facts }) => {
    const found = observedErrors(
      uri,
      facts.map(({ site }) => site),
    );
    if (found.length === 0) return;
    const lines = new LineMap(text);
    for (const { place } of found)
      names.set(place, `${shownUri(run, uri)}:${lines.toLineColumn(place.span.start).line + 1}`);
    observed.push(...found);
  });
  const identity = { id: id ?? "observed-errors", uri: "", title: title ?? "Errors of this project" };
  const { catalog, remarks } = observedCatalog(observed, identity, (place) => names.get(place) ?? "");
  run.output.write(
    run.json
      ? `${JSON.stringify({ catalog: catalogJson(catalog, []), problems: [] }, undefined, 2)}\n`
      : writeYamlCatalog(catalog, remarks),
  );
  return defects > 0 ? exitCodes.internal : exitCodes.clean;
}
