import { entryUri } from "../../catalog/entry-place.ts";
import type { Span } from "../../text/span.ts";
import { joined, type Line, text } from "../prose/document.ts";
import { reasonLine } from "./scope-words.ts";
import { placeLink, type Telling, type Told, webLink } from "./telling.ts";

interface PlacedEntry {
  readonly link: string | undefined;
  readonly origin: string | undefined;
}

/** The last line of a section: documentation, the place in the catalog, and why the catalog applies. */
export function footer(telling: Telling, told: Told & { readonly entry: PlacedEntry }, span: Span): Line {
  const web = webLink(telling, told.entry.link);
  const place = placeLink(telling, entryUri(told.catalog, told.entry), span);
  const reason =
    told.reason === undefined || told.reason.kind === "general"
      ? []
      : [text(`${telling.words.inScope} `), ...reasonLine(telling.words, told.reason)];
  return joined([web === undefined ? [] : [web], place === undefined ? [] : [place], reason], " · ");
}
