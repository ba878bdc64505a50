/** All recognisers, those that know most about a construct first: of two that read the same place, the first one wins. */
import type { Recogniser } from "../recogniser.ts";
import { comparisonRecogniser } from "./comparison.ts";
import { expressRecogniser } from "./express.ts";
import { fastifyRecogniser } from "./fastify.ts";
import { jsonBodyRecogniser } from "./json-body.ts";

export const recognisers: readonly Recogniser[] = [
  fastifyRecogniser,
  expressRecogniser,
  comparisonRecogniser,
  jsonBodyRecogniser,
];

const ranks: ReadonlyMap<string, number> = new Map(recognisers.map((recogniser, rank) => [recogniser.idiom, rank]));

/** The place of an idiom in the list; unknown ones come last. */
export function recogniserRank(idiom: string): number {
  return ranks.get(idiom) ?? recognisers.length;
}
