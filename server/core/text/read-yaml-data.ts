import { Composer } from "yaml";
import { hasReadableLength } from "./data-limits.ts";
import type { DataNode, DataOptions, DataReading } from "./data-node.ts";
import { lazyLineMap } from "./duplicate-keys.ts";
import { LineMap } from "./line-map.ts";
import { ProblemCollector } from "./problem-collector.ts";
import type { Span } from "./span.ts";
import { readYamlTokens } from "./yaml-tokens.ts";
import { toDataTree } from "./yaml-tree.ts";

/** YAML 1.2 (core schema) as positioned data; broken parts are problems, the rest is there. Never throws. */
export function readYamlData(text: string, options: DataOptions = {}): DataReading {
  const problems = new ProblemCollector({ code: options.code ?? "data-syntax", length: text.length });
  const root = readYamlInto(text, problems, options);
  return { root, problems: problems.toList() };
}

/** As `readYamlData`, with problems going to a collector that the caller keeps using. */
export function readYamlInto(
  text: string,
  problems: ProblemCollector,
  options: Omit<DataOptions, "code"> = {},
): DataNode | undefined {
  if (!hasReadableLength(text, problems)) return undefined;
  reportControlCharacter(text, problems);
  try {
    return composeFirst(text, problems, options);
  } catch {
    // The parser spreads long runs of blank lines as arguments, which overflows on files made for it.
    problems.refuse({ start: 0, end: 0 }, "This YAML file cannot be read: something in it exhausts the parser");
    return undefined;
  }
}

function composeFirst(
  text: string,
  problems: ProblemCollector,
  options: Omit<DataOptions, "code">,
): DataNode | undefined {
  // A lone carriage return ends a line in YAML, but not for this parser; the replacement keeps every offset.
  const source = text.replace(/\r(?!\n)/g, "\n");
  const tokens = readYamlTokens(source, problems, options.onComment);
  if (tokens === undefined) return undefined;
  const composer = new Composer({ version: "1.2", schema: "core", merge: false, uniqueKeys: false });
  handErrorsTo(problems, composer);
  let root: DataNode | undefined;
  for (const document of composer.compose(tokens, true, text.length)) {
    for (const error of document.errors) problems.error(spanAt(error.pos), error.message);
    for (const warning of document.warnings) problems.warning(spanAt(warning.pos), warning.message);
    const lines = lazyLineMap(() => new LineMap(text));
    if (document.contents) root ??= toDataTree(document.contents, { problems, lines, duplicates: options.duplicates });
  }
  return root;
}

/**
 * Makes a composer report what it finds at once. By itself it keeps an `Error` with a stack for each mistake, which is
 * hundreds of megabytes for a file made of mistakes. Its handler is not part of its published interface (yaml 2.9): should
 * it get another name, errors arrive with the document as ever, only slower.
 */
function handErrorsTo(problems: ProblemCollector, composer: Composer): void {
  const onError = (source: ErrorSource, _code: string, message: string, isWarning?: boolean): void => {
    const span = spanOfSource(source);
    if (isWarning === true) problems.warning(span, message);
    else problems.error(span, message);
  };
  Object.assign(composer, { onError });
}

/** Where the parser says that something is wrong: an offset, a range, or a token. */
type ErrorSource =
  | number
  | readonly [number, number, ...unknown[]]
  | { readonly offset: number; readonly source?: unknown };

function spanOfSource(source: ErrorSource): Span {
  if (typeof source === "number") return { start: source, end: source + 1 };
  if ("offset" in source) {
    const length = typeof source.source === "string" ? source.source.length : 1;
    return { start: source.offset, end: source.offset + length };
  }
  return { start: source[0], end: source[1] };
}

function spanAt([start, end]: readonly [number, number]): Span {
  return { start, end };
}

function reportControlCharacter(text: string, problems: ProblemCollector): void {
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    if (unit >= 32 || unit === 9 || unit === 10 || unit === 13) continue;
    const name = unit.toString(16).toUpperCase().padStart(4, "0");
    problems.error({ start: index, end: index + 1 }, `The control character U+${name} is not allowed in YAML`);
    return;
  }
}
