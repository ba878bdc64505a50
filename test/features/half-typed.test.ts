/**
 * Every place where a code or a status stands in the fixtures of sites, cut short while it is being typed: the first
 * character is there, the rest of the line is not yet, the lines below are. What belongs there must be offered.
 */
import { ok } from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { completionsAt } from "../../server/core/features/completion/completion.ts";
import type { ErrorSite } from "../../server/core/sites/model.ts";
import { type FixtureFile, parseSiteFixture } from "../support/site-fixture.ts";
import { analyse, type Project } from "./support/analysis.ts";

const folder = new URL("../fixtures/sites/", import.meta.url);
const catalog = {
  name: "shop.yaml",
  text: "id: shop\ntitle: Shop\nlanguage: en\ncodes:\n  OUT_OF_STOCK: { status: 409 }\n  -205: { status: 404 }\n",
};

/** So many places of one fixture stand for all. */
const mostPlaces = 12;
/** What may be missed: where only what comes behind the cut would tell, as in `[4¦` of `[400, 422].includes(status)`. */
const floor = 0.95;

interface Place {
  readonly fixture: string;
  readonly files: readonly FixtureFile[];
  readonly file: FixtureFile;
  readonly role: "code" | "status";
  readonly start: number;
  readonly typed: string;
}

function projectOf(files: readonly FixtureFile[]): Project {
  return { files, catalogs: [catalog], inScope: [catalog.name] };
}

function placesOf(fixture: string): readonly Place[] {
  const { files } = parseSiteFixture(readFileSync(new URL(fixture, folder), "utf8"));
  const places = files.flatMap((file) => {
    const starts = new Set<number>();
    return analyse(projectOf(files), file.name).facts.flatMap(({ site }) =>
      writtenIn(site, file).flatMap(({ role, start, typed }) => {
        if (starts.has(start)) return [];
        starts.add(start);
        return [{ fixture, files, file, role, start, typed }];
      }),
    );
  });
  const step = Math.max(1, Math.ceil(places.length / mostPlaces));
  return places.filter((_, index) => index % step === 0);
}

/** The literals of a site that are sure enough to be offered, each as far as its first character. */
function writtenIn(site: ErrorSite, { name, text }: FixtureFile): readonly Pick<Place, "role" | "start" | "typed">[] {
  return (["code", "status"] as const).flatMap((role) => {
    const part = site[role];
    if (part === undefined || part.certainty === "weak") return [];
    return part.values.flatMap(({ written, origin }) => {
      if (written.kind !== "string" && written.kind !== "number") return [];
      if (origin !== undefined && origin.uri !== `file:///project/${name}`) return [];
      const { start, end } = written.span;
      const [typed = ""] = /^(?:["'`]?.|-\d)/su.exec(text.slice(start, end)) ?? [];
      return [{ role, start, typed }];
    });
  });
}

function isOffered({ files, file, role, start, typed }: Place): boolean {
  const lineEnd = file.text.indexOf("\n", start);
  const text = file.text.slice(0, start) + typed + (lineEnd < 0 ? "" : file.text.slice(lineEnd));
  const cut = files.map((one) => (one === file ? { name: file.name, text } : one));
  const items = completionsAt(analyse(projectOf(cut), file.name), start + typed.length, { languages: ["en"] });
  return items.some(({ kind }) => kind === role);
}

test("codes and statuses are offered as soon as their first character stands", () => {
  const fixtures = readdirSync(folder).filter((name) => name.endsWith(".fixture.txt"));
  const places = fixtures.flatMap(placesOf);
  const missed = places.filter((place) => !isOffered(place));
  const shown = missed.map(({ fixture, file, start }) => {
    const line = file.text.slice(file.text.lastIndexOf("\n", start - 1) + 1).split("\n", 1)[0];
    return `${fixture} ${file.name}: ${line?.trim().slice(0, 120)}`;
  });
  ok(places.length > 200, `${places.length} places`);
  ok(
    missed.length <= places.length * (1 - floor),
    `${missed.length} of ${places.length} are missed:\n${shown.join("\n")}`,
  );
});
