import type { Place } from "./driver/editor.ts";

/** What is done before a picture is taken, step by step. */
export type Step =
  | { readonly kind: "open"; readonly path: string }
  | { readonly kind: "hover"; readonly over: Place; readonly until: RegExp }
  | { readonly kind: "cursor"; readonly at: Place }
  | { readonly kind: "select-and-type"; readonly place: Place; readonly text: string }
  | { readonly kind: "complete"; readonly at: Place }
  | { readonly kind: "problems"; readonly atLeast: number }
  | { readonly kind: "fixes"; readonly at: Place; readonly until: RegExp }
  | { readonly kind: "command"; readonly title: string }
  | { readonly kind: "wait-for"; readonly text: RegExp };

/** One picture: its file name, the folder of `examples/` that is open, and how one gets there. */
export type Picture = {
  readonly name: string;
  readonly folder: string;
  /** Pictures for the README go to `client/images`, the others to `out/screenshots`. */
  readonly isForReadme: boolean;
  readonly size: { readonly width: number; readonly height: number };
  readonly steps: readonly Step[];
};

const readmeSize = { width: 960, height: 540 };
const windowSize = { width: 1280, height: 800 };

/** The pictures to take. Each starts with a fresh window and an unchanged folder. */
export const pictures: readonly Picture[] = [
  {
    name: "hover",
    folder: "retail-api",
    isForReadme: true,
    size: readmeSize,
    steps: [
      { kind: "open", path: "src/server.ts" },
      { kind: "hover", over: { text: '"FORBIDDEN"' }, until: /409/ },
    ],
  },
  {
    name: "completion",
    folder: "retail-api",
    isForReadme: true,
    size: readmeSize,
    steps: [
      { kind: "open", path: "src/server.ts" },
      { kind: "select-and-type", place: { text: "HAS_CHILDREN" }, text: "HAS" },
      { kind: "complete", at: { text: '"HAS"', offset: '"HAS'.length } },
    ],
  },
  {
    name: "problems",
    folder: "retail-api",
    isForReadme: true,
    size: { width: 960, height: 640 },
    steps: [
      { kind: "open", path: "src/server.ts" },
      { kind: "problems", atLeast: 3 },
      { kind: "cursor", at: { text: "403" } },
    ],
  },
  {
    name: "quick-fix",
    folder: "retail-api",
    isForReadme: false,
    size: windowSize,
    steps: [
      { kind: "open", path: "src/server.ts" },
      { kind: "problems", atLeast: 1 },
      { kind: "fixes", at: { text: "403" }, until: /409/ },
    ],
  },
  {
    name: "two-meanings",
    folder: "web-services-client",
    isForReadme: false,
    size: windowSize,
    steps: [
      { kind: "open", path: "src/client.ts" },
      { kind: "hover", over: { text: "Codes.account", offset: "Codes.acc".length }, until: /104/ },
    ],
  },
  {
    name: "impossible-comparison",
    folder: "chat-client",
    isForReadme: false,
    size: windowSize,
    steps: [
      { kind: "open", path: "src/send-message.ts" },
      { kind: "problems", atLeast: 1 },
    ],
  },
  {
    name: "catalogs",
    folder: "retail-api",
    isForReadme: false,
    size: windowSize,
    steps: [
      { kind: "open", path: "src/server.ts" },
      { kind: "command", title: "Error Code Insight: Show Catalogs" },
      { kind: "wait-for", text: /uk-retail-api/ },
    ],
  },
  {
    name: "explain",
    folder: "chat-client",
    isForReadme: false,
    size: windowSize,
    steps: [
      { kind: "open", path: "src/send-message.ts" },
      { kind: "command", title: "Error Code Insight: Explain Code…" },
      { kind: "wait-for", text: /The token is malformed|401 · Agora/ },
    ],
  },
  {
    name: "why-nothing",
    folder: "retail-api",
    isForReadme: false,
    size: windowSize,
    steps: [
      { kind: "open", path: "src/server.ts" },
      { kind: "cursor", at: { text: "categories.delete(req" } },
      { kind: "command", title: "Error Code Insight: Why Is There Nothing Here?" },
      { kind: "wait-for", text: /Ukrainian.retail.API/ },
    ],
  },
];
