import { collectionsIn } from "../data/read-collections.ts";
import type { DraftCode, Drafted } from "../draft.ts";
import { draftEntry } from "../empty.ts";
import { linesOfInline, sliceInline, trimInline } from "../page/inline.ts";
import { type CodeBlock, type Inline, textOfInline } from "../page/page.ts";
import { draftedMessage, draftedText } from "./clean-text.ts";
import { readBlockBody } from "./code-block-data.ts";
import { codeShape, soundsLikeError } from "./code-shape.ts";
import { asciiText } from "./digits.ts";
import { codeOf, readCodes } from "./read-codes.ts";
import { exactStatuses, readStatuses } from "./read-statuses.ts";
import type { EntriesRead } from "./read-table.ts";
import { digitsAreText, type ReadingContext } from "./reading-context.ts";
import { areBodyFields, enough } from "./table-evidence.ts";
import { tellsOfFailure } from "./words/failures.ts";

/** Programs and logs: their lines look like anything. */
const programs =
  /^(?:js|jsx|javascript|ts|tsx|typescript|py|python|go|golang|java|kotlin|swift|php|ruby|rb|rust|rs|c|cpp|csharp|cs|sh|bash|shell|zsh|console|powershell|sql|diff|mermaid|html|xml|css|dockerfile|makefile|proto|protobuf|graphql|dart|scala|objc|solidity|curl)$/;

/** The errors that a code block lists, line by line or as data; undefined where it is an example of something else. */
export function readFence(block: CodeBlock, context: ReadingContext): EntriesRead | undefined {
  if (programs.test(block.language ?? "")) return undefined;
  return readData(block, context) ?? readLines(block, context);
}

function readData(block: CodeBlock, context: ReadingContext): EntriesRead | undefined {
  const body = readBlockBody(block);
  if (body === undefined || !body.isSound || context.aboutErrors < 2) return undefined;
  const collections = collectionsIn(body.root);
  const codes = collections.flatMap((collection) => collection.codes);
  const names = codes.map(({ code }) => String(code.value));
  // `"build:docs": "node …"`: commands of a package, not errors.
  if (names.some((name) => /^[a-z-]+:[a-z:-]+$/.test(name))) return undefined;
  if (codes.length < 3 || areBodyFields(names) || !names.every((name) => codeShape(name) !== "text")) return undefined;
  const sound =
    names.filter((name) => soundsLikeError(name) || /^-?\d{3,}$|^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$/.test(name)).length /
    names.length;
  const stated = codes.filter(({ statuses }) => statuses.some(({ value }) => value >= 400)).length;
  return sound < 0.5 && stated * 2 < codes.length
    ? undefined
    : { codes: codes.map((code) => withStatuses(code, context.statuses)), statuses: [], evidence: enough + 1 };
}

function withStatuses(code: DraftCode, statuses: readonly Drafted<number>[]): DraftCode {
  return code.statuses.length > 0 ? code : { ...code, statuses };
}

function readLines(block: CodeBlock, context: ReadingContext): EntriesRead | undefined {
  if (context.aboutErrors === 0) return undefined;
  const lines = linesOfInline(block.content);
  if (lines.length < 2 || lines.length > 20_000 || /^\s*[{[]/.test(textOfInline(block.content))) return undefined;
  const typing = { digitsAreText: digitsAreText(context) };
  const codes: DraftCode[] = [];
  let statuses = context.statuses;
  let read = 0;
  for (const line of lines) {
    const heading = statusHeading(line);
    if (heading !== undefined) {
      statuses = heading;
      read += 1;
      continue;
    }
    const { codes: tokens, rest, isSetOff } = readCodes(withoutComment(line));
    const [token] = tokens;
    if (token?.isQuoted && !/^[A-Z][A-Z0-9_]*$|^-?\d+$/.test(token.text)) continue;
    if (token === undefined || token.shape === "word" || !isSetOff || rest.runs.length === 0) continue;
    const inRest = exactStatuses(readStatuses(rest).isOnly ? readStatuses(rest).statuses : []);
    const essentials = {
      code: { value: codeOf(token, typing), span: token.span },
      statuses: inRest.length > 0 ? inRest : statuses,
      span: line.span,
    };
    codes.push(draftEntry(essentials, textsOf(rest)));
    read += 1;
  }
  const names = codes.map(({ code }) => String(code.value));
  if (codes.length < 3 || read / lines.length < 0.6 || areBodyFields(names)) return undefined;
  const told = codes.filter(({ messages, summary }) =>
    tellsOfFailure(`${messages[0]?.value ?? ""} ${summary?.value ?? ""}`),
  ).length;
  // Numbers with texts may be ports, sizes, years: the texts must tell of failures, or the heading of error codes.
  if (names.every((name) => /^\d+$/.test(name)) && context.aboutErrors < 4 && told / codes.length < 0.3)
    return undefined;
  const share =
    names.filter((name) => soundsLikeError(name) || /^-?\d{3,}$|^-\d+$|^[A-Z]+[-_]?\d{2,}$/.test(name)).length /
    names.length;
  if (new Set(names).size / names.length < 0.6) return undefined;
  const evidence = (context.aboutErrors >= 3 ? 3 : 1.5) + 3 * share + (statuses.length > 0 ? 1 : 0);
  return share < 0.4 || evidence < enough ? undefined : { codes, statuses: [], evidence };
}

/** `(STATUS 400):`, `# 404 Not Found`: a line that gives the lines below it their status. */
function statusHeading(line: Inline): readonly Drafted<number>[] | undefined {
  const text = asciiText(textOfInline(line));
  if (
    !/^[\s#/*;([-]*(?:HTTP|status|code|\s)*[1-5]\d\d\b[^"'=]*$/i.test(text) ||
    /^\s*[1-5]\d\d\s*[:=-]+\s*\S/.test(text)
  )
    return undefined;
  const { statuses, isOnly } = readStatuses(line);
  return isOnly ? exactStatuses(statuses) : undefined;
}

function withoutComment(line: Inline): Inline {
  const mark = /^\s*(?:\/\/|#|\*|--(?=\s))\s*/.exec(textOfInline(line))?.[0].length ?? 0;
  return mark === 0 ? line : trimInline(sliceInline(line, mark, textOfInline(line).length));
}

/** A text in quotes is the message, what follows it the explanation; a text without is an explanation. */
function textsOf(rest: Inline): Partial<DraftCode> {
  const text = textOfInline(rest);
  const quoted = /^(["“'`])(.*?)["”'`](?=\s*(?:$|[-–—:,;(/#]))/.exec(text);
  if (quoted === null) return { summary: draftedText(withoutEnd(rest)) };
  const message = draftedMessage(sliceInline(rest, 0, quoted[0].length));
  const lead = /^[\s,;:()/#–—-]*/.exec(text.slice(quoted[0].length))?.[0].length ?? 0;
  const summary = draftedText(sliceInline(rest, quoted[0].length + lead, text.length));
  return { messages: message === undefined ? [] : [message], summary };
}

function withoutEnd(rest: Inline): Inline {
  const text = textOfInline(rest);
  return sliceInline(rest, 0, text.replace(/[,;]\s*$/, "").length);
}
