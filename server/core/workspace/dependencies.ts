import type { Surroundings } from "../sites/others-codes.ts";
import { readJsonData } from "../text/read-json-data.ts";
import { DerivedCache } from "./derived-cache.ts";
import type { Root } from "./file-system.ts";
import { JointCache } from "./joint-cache.ts";
import { isLibrary, isOfAnotherTrade } from "./package-trade.ts";
import type { SourceView } from "./source-view.ts";
import { UpwardSearch } from "./upward-search.ts";

/** The packages that a package.json names, in any of its groups. */
export interface Dependencies {
  readonly uri: string;
  readonly names: ReadonlySet<string>;
}

interface Packages extends Dependencies {
  /** Of them, those that the package needs where it runs. */
  readonly running: ReadonlySet<string>;
  /** Whether it is published as a part of something else than HTTP. */
  readonly foreign: boolean;
  /** Whether it is shipped to others, and says nothing of HTTP. */
  readonly library: boolean;
}

/** Packages that serve HTTP, or test what does, in whatever group they are named. */
const servers =
  /^(?:(?:@types\/)?(?:express|koa|restify|supertest)$|fastify$|@fastify\/|hono$|@hono\/|@hapi\/|@nestjs\/|next$|nuxt|h3$|elysia|@elysiajs\/|@trpc\/|@ts-rest\/|@adonisjs\/|@apollo\/server|apollo-server|graphql-yoga|@remix-run\/|@sveltejs\/kit|http-errors$|http-status|better-call$|msw$|nock$|pactum$|@pact-foundation\/|@middy\/|serverless|polka$|@azure\/functions)/;

/** Packages that call HTTP, and those of web pages, which do. */
const clients =
  /^(?:axios|ky|got|undici|superagent|node-fetch|cross-fetch|isomorphic-fetch|ofetch|openapi-fetch|wretch|react|react-dom|react-native|react-router.*|preact|vue|svelte|solid-js|astro|graphql|graphql-request|urql|openai|stripe|grammy|discord\.js|@(?:angular|apollo|octokit|aws-sdk|azure|google-cloud|supabase|tanstack|reduxjs|better-fetch|grpc|connectrpc|slack|sendgrid)\/.*|aws-sdk|firebase.*)$/;

const runningGroups: ReadonlySet<string> = new Set(["dependencies", "peerDependencies", "optionalDependencies"]);

/** Reads package.json files for the packages they name; a broken one names none. */
export class DependencyStore {
  readonly #read = new DerivedCache<Packages>((content, uri) => ({
    uri,
    ...namesIn(content.kind === "text" ? content.text : ""),
  }));
  readonly #search = new UpwardSearch("manifest", ["package.json"]);
  readonly #surroundings = new JointCache<Surroundings>("surroundings");

  /** The nearest package.json above `uri`, within the roots. */
  nearest(view: SourceView, uri: string, roots: readonly Root[]): Dependencies | undefined {
    const manifest = this.#search.nearest(view, uri, roots);
    return manifest === undefined ? undefined : this.#read.get(view, manifest);
  }

  /**
   * Whether the packages around `uri`, from the nearest up to that of the root, have to do with HTTP. A package among
   * others may be what a server of theirs is made of, whatever it depends on itself. A library of another protocol says
   * so itself, whatever it is tested with.
   */
  surroundings(view: SourceView, uri: string, roots: readonly Root[]): Surroundings {
    const candidates = this.#search.candidates(uri, roots);
    const [first] = candidates;
    if (first === undefined) return "unknown";
    return this.#surroundings.get(view, `${candidates.length} ${first}`, (look) => {
      const sizes: number[] = [];
      let isOfLibrary = false;
      for (const manifest of candidates) {
        if (look.content(manifest)?.kind !== "text") continue;
        const { names, running, foreign, library } = this.#read.get(look, manifest) ?? namesIn("");
        if (foreign && ![...running].some((name) => servers.test(name))) return "foreign";
        if ([...names].some((name) => servers.test(name))) return "web";
        if ([...running].some((name) => clients.test(name))) return "web";
        isOfLibrary ||= sizes.length === 0 && library;
        sizes.push(running.size);
      }
      if (sizes.length === 1 && sizes[0] !== 0) return "other";
      return isOfLibrary ? "library" : "unknown";
    });
  }
}

function namesIn(text: string): Omit<Packages, "uri"> {
  const names = new Set<string>();
  const running = new Set<string>();
  const { root } = readJsonData(text);
  for (const group of root?.kind === "map" ? root.entries : []) {
    const runs = runningGroups.has(group.key);
    if ((!runs && group.key !== "devDependencies") || group.value.kind !== "map") continue;
    for (const { key } of group.value.entries) {
      names.add(key);
      if (runs) running.add(key);
    }
  }
  return { names, running, foreign: isOfAnotherTrade(root), library: isLibrary(root) };
}
