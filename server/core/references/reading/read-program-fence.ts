import type { DraftCode, Drafted } from "../draft.ts";
import { draftEntry } from "../empty.ts";
import { linesOfInline, sliceInline } from "../page/inline.ts";
import { type CodeBlock, type Inline, spanInInline, textOfInline } from "../page/page.ts";
import { draftedText } from "./clean-text.ts";
import { codeShape, soundsLikeError } from "./code-shape.ts";
import { isKnownStatus, reasonPhrases } from "./known-statuses.ts";

/**
 * The errors that a piece of program in a page declares, a constant a line: members of an enum, constants, entries of a
 * map, in whatever language. For pages that say nothing else.
 */
export function readProgramFence(block: CodeBlock): readonly DraftCode[] {
  const lines = linesOfInline(block.content).filter((line) => /\w/.test(textOfInline(line)));
  const codes = lines.flatMap((line) => readDeclaration(line) ?? []);
  const names = codes.map(({ code, title }) => title?.value ?? String(code.value));
  const sounding = codes.filter(({ statuses }, at) => statuses.length > 0 || soundsLikeError(names[at] ?? ""));
  const isList = codes.length >= 3 && codes.length / lines.length >= 0.5 && sounding.length / codes.length >= 0.4;
  return isList ? codes : [];
}

const declaration =
  /^(?:(?:public|static|final|const|export|readonly|val|case)\s+)*([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+)\b(?:\s+\w+)?\s*([=:(,].*)?$/d;

function readDeclaration(line: Inline): DraftCode | undefined {
  const text = textOfInline(line);
  const match = declaration.exec(text);
  const name = match?.indices?.[1];
  if (match === null || name === undefined) return undefined;
  const comment = /(?:\/\/|#|\/\*+)\s*(.+?)\s*(?:\*\/)?$/d.exec(text)?.indices?.[1];
  const body = text.slice(0, comment?.[0] ?? text.length);
  const strings = [...body.matchAll(/(["'`])((?:[^"'`\\]|\\.)+)\1/dg)].flatMap(({ 2: value = "", indices }) => {
    const place = indices?.[2];
    return place === undefined ? [] : [{ value, place }];
  });
  const coded = strings.find(({ value }) => codeShape(value) !== "text");
  const message = strings.find(({ value }) => codeShape(value) === "text");
  const number = /[=:(,]\s*(-?\d{4,}|-\d+)\b/d.exec(body)?.indices?.[1];
  const at = coded?.place ?? number ?? name;
  const written = text.slice(at[0], at[1]);
  const told = comment ?? message?.place;
  return draftEntry(
    {
      code: { value: at === number ? Number(written) : written, span: spanInInline(line, at[0], at[1]) },
      statuses: statusIn(line, body),
      span: line.span,
    },
    {
      messages: message === undefined ? [] : [{ value: message.value, span: spanInInline(line, ...message.place) }],
      title: at === name ? undefined : { value: match[1] ?? "", span: spanInInline(line, name[0], name[1]) },
      summary:
        told === undefined || told === message?.place ? undefined : draftedText(sliceInline(line, told[0], told[1])),
    },
  );
}

/** The status beside a constant, in digits or by the name that libraries have for it (`HttpStatus.NOT_FOUND`). */
function statusIn(line: Inline, body: string): readonly Drafted<number>[] {
  const bare = body.replace(/(["'`])(?:[^"'`\\]|\\.)*\1/g, (string) => " ".repeat(string.length));
  const match = /(?<![\w.-])([45]\d\d)(?![\w.-])|Status\w*\.([A-Z]+(?:_[A-Z]+)*)/d.exec(bare);
  const place = match?.indices?.[1] ?? match?.indices?.[2];
  if (match === null || place === undefined) return [];
  const value =
    match[1] === undefined ? reasonPhrases.get((match[2] ?? "").toLowerCase().replaceAll("_", " ")) : Number(match[1]);
  return value !== undefined && isKnownStatus(value) ? [{ value, span: spanInInline(line, place[0], place[1]) }] : [];
}
