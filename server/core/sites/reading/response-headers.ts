/** Headers that were set on a response by statements before the one that sends it. */
import type { SourceFile } from "../../syntax/tree.ts";
import type { HeaderPart } from "../model.ts";
import type { BodyContext } from "../parts/body-shape.ts";
import { constantText, type ReadHeaders, readHeader, readHeaders } from "../parts/headers.ts";
import type { ResponseAction } from "./response-calls.ts";
import { actionsOfStatement, furthest } from "./response-calls.ts";
import type { StatementPlace } from "./siblings.ts";

/** The headers of header actions alone. */
export function headersOfActions(actions: readonly ResponseAction[], context: BodyContext): ReadHeaders {
  const headers: HeaderPart[] = [];
  let complete = true;
  for (const action of actions) {
    if (action.kind !== "header") continue;
    if (typeof action.name === "string") {
      const { start, end } = action.span;
      headers.push({ name: action.name, value: constantText(action.value, context), span: { start, end } });
    } else if (action.value === undefined) {
      const read = readHeaders(action.name, context);
      headers.push(...read.headers);
      complete = complete && read.complete;
    } else {
      const header = readHeader(action.name, action.value, context);
      if (header === undefined) complete = false;
      else headers.push(header);
    }
  }
  return { headers, complete };
}

/** How much text before a site is looked through for other hands on the response. */
const window = 4000;

export interface EarlierRequest {
  readonly file: SourceFile;
  readonly root: string;
  readonly places: readonly StatementPlace[];
  readonly before: number;
  readonly context: BodyContext;
}

/**
 * Headers set by earlier statements of the blocks around. Not complete where the response went through other hands
 * before: given to a function, or touched in a branch.
 */
export function earlierHeaders(request: EarlierRequest): ReadHeaders {
  const { file, root, places, before, context } = request;
  const actions: ResponseAction[] = [];
  for (const { statements, index } of places) {
    const own: ResponseAction[] = [];
    for (let earlier = index - 1; earlier >= index - furthest && earlier >= 0; earlier -= 1) {
      const statement = statements[earlier];
      if (statement === undefined) break;
      const found = actionsOfStatement(statement, root, file.text);
      if (found.some((action) => action.kind === "body")) break;
      own.unshift(...found.filter((action) => action.kind === "header"));
    }
    actions.unshift(...own);
  }
  const read = headersOfActions(actions, context);
  const outermost = places.at(-1)?.statements[0]?.start ?? before;
  const start = Math.max(outermost, before - window);
  const text = file.text.slice(start, before);
  const alone = start === outermost && !passesOn(text, root) && countTouches(text, root) <= actions.length;
  return { headers: read.headers, complete: read.complete && alone };
}

/**
 * Headers set by the statements after a place, up to the end of their list or another status. Not complete where the
 * response goes through other hands among them.
 */
export function laterHeaders({ file, root, places, context }: Omit<EarlierRequest, "before">): ReadHeaders {
  const [place] = places;
  const actions: ResponseAction[] = [];
  let end = place?.statements[place.index]?.end ?? 0;
  const start = end;
  for (const statement of place?.statements.slice(place.index + 1, place.index + 1 + furthest) ?? []) {
    const found = actionsOfStatement(statement, root, file.text);
    if (found.some((action) => action.kind === "status")) break;
    actions.push(...found.filter((action) => action.kind === "header"));
    end = statement.end;
    if (statement.kind === "return" || statement.kind === "throw") break;
  }
  const read = headersOfActions(actions, context);
  const text = file.text.slice(start, Math.min(end, start + window));
  const alone = !passesOn(text, root) && countTouches(text, root) <= actions.length;
  return { headers: read.headers, complete: read.complete && alone };
}

/** Whether the response is given to a call as an argument. */
function passesOn(text: string, root: string): boolean {
  return everyMention(text, root).some(
    (at) =>
      /[(,]\s*$/.test(text.slice(Math.max(0, at - 20), at)) &&
      /^\s*[,)]/.test(text.slice(at + root.length, at + root.length + 20)),
  );
}

function countTouches(text: string, root: string): number {
  return everyMention(text, root).filter((at) =>
    /^\s*[?!]?\s*\.\s*(?:set|header|headers|setHeader|append|appendHeader|setHeaders|writeHead)\s*\(/.test(
      text.slice(at + root.length, at + root.length + 60),
    ),
  ).length;
}

function everyMention(text: string, root: string): readonly number[] {
  const found: number[] = [];
  if (root === "") return found;
  for (let at = text.indexOf(root); at >= 0; at = text.indexOf(root, at + root.length)) {
    const before = text[at - 1] ?? " ";
    const after = text[at + root.length] ?? " ";
    if (!/[\w$.]/.test(before) && !/[\w$]/.test(after)) found.push(at);
  }
  return found;
}
