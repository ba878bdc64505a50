/** Makes parts, bodies and headers from expressions: the one way in which recognisers read. */
import type { Code } from "../catalog/model.ts";
import type { Expression } from "../syntax/tree.ts";
import { unwrapped } from "../syntax/unwrapped.ts";
import type { BodyShape, Part } from "./model.ts";
import { type BodyContext, type BodyEntry, readBody } from "./parts/body-shape.ts";
import { codeTableOption } from "./parts/code-tables.ts";
import { codedKeysOf } from "./parts/coded-keys.ts";
import { createContextWords } from "./parts/context-words.ts";
import { readHeaders } from "./parts/headers.ts";
import { pickFromBody } from "./parts/in-body.ts";
import type { BodyPick } from "./parts/located-field.ts";
import { shapePart } from "./parts/shape-part.ts";
import { isOutsideStatuses, isStatusNumber, statusByName } from "./parts/status-names.ts";
import { statusTableOption } from "./parts/status-tables.ts";
import { valuePart } from "./parts/value-part.ts";
import type { Bindings } from "./reading/bindings.ts";
import type { PartReader, RecognisedNode } from "./recogniser.ts";
import type { Constant, ValueService } from "./values/value-service.ts";

export interface PartReaderInput {
  readonly uri: string;
  /** Of the file whose expressions are read. */
  readonly text: string;
  readonly values: ValueService;
  readonly bindings: Bindings;
  /** The ancestors of the node that is being recognised. */
  readonly ancestors: () => readonly RecognisedNode[];
}

/** A reader for one file; bodies that it has read are remembered by their shape. */
export function createPartReader(input: PartReaderInput): PartReader {
  const { uri, values } = input;
  const bodies = new WeakMap<BodyShape, readonly BodyEntry[]>();
  const wordsAround = createContextWords(uri);
  const codedKeys = codedKeysOf(input.text);
  const context: BodyContext = { values, bindings: input.bindings };

  const reader: PartReader = {
    status(expression, options) {
      const phrases = options?.phrases === true;
      return valuePart<number>(expression, {
        uri,
        values,
        certainty: options?.certainty ?? "certain",
        accept: (value) =>
          acceptStatus(value, phrases) ?? (options?.sent && isOutsideStatuses(value) ? value : undefined),
        fallback: statusTableOption,
      });
    },
    code(expression, options) {
      return valuePart<Code>(expression, {
        uri,
        values,
        certainty: options?.certainty ?? "certain",
        accept: acceptCode,
        fallback: (branch) => codeTableOption(branch, values),
      });
    },
    message(expression, options) {
      return valuePart<string>(expression, {
        uri,
        values,
        certainty: options?.certainty ?? "certain",
        accept: (value) => (typeof value === "string" ? value : undefined),
      });
    },
    impliedStatus(status, span, by) {
      return {
        values: [{ value: status, written: { kind: "implied", span, by }, origin: undefined }],
        exhaustive: true,
        span,
        certainty: "certain",
        evidence: [{ text: `${status} is implied by ${by}`, place: { uri, span } }],
      };
    },
    body(expression) {
      const read = readBody(expression, context);
      bodies.set(read.shape, read.entries);
      return read.shape;
    },
    inBody(body, expression, siteStatuses) {
      const entries = bodies.get(body);
      if (body.form === "text") {
        return { code: undefined, message: reader.message(expression, { certainty: "likely" }), status: undefined };
      }
      if (entries === undefined || body.form !== "literal") return fromCall(expression);
      const picks = pickFromBody(entries, siteStatuses ?? [], codedKeys);
      return {
        code: fromPick(picks.code, reader.code),
        message: fromPick(picks.message, reader.message),
        status: fromPick(picks.status, reader.status),
      };
    },
    headers(init) {
      return readHeaders(init, context);
    },
    context(node) {
      return wordsAround(node, input.ancestors());
    },
  };

  /** A body made by a function: what the function is known to return. */
  function fromCall(expression: Expression): ReturnType<PartReader["inBody"]> {
    const inner = unwrapped(expression);
    const shape = inner.kind === "call" || inner.kind === "new" ? values.errorShapeOf(inner) : undefined;
    if (shape === undefined) return { code: undefined, message: undefined, status: undefined };
    const span = { start: inner.start, end: inner.end };
    return {
      code: shapePart(shape.code, {
        reader: reader.code,
        accept: acceptCode,
        span,
        by: shape.name,
        certainty: "likely",
      }),
      message: shapePart(shape.message, {
        reader: reader.message,
        accept: (value) => (typeof value === "string" ? value : undefined),
        span,
        by: shape.name,
        certainty: "likely",
      }),
      status: shapePart(shape.status, {
        reader: reader.status,
        accept: (value) => acceptStatus(value, false),
        span,
        by: shape.name,
        certainty: "likely",
      }),
    };
  }
  return reader;
}

function fromPick<Value>(
  pick: BodyPick | undefined,
  read: (expression: Expression, options: { readonly certainty: Part<Value>["certainty"] }) => Part<Value> | undefined,
): Part<Value> | undefined {
  return pick === undefined ? undefined : read(pick.entry.expression, { certainty: pick.certainty });
}

function acceptStatus(value: Constant, phrases: boolean): number | undefined {
  if (isStatusNumber(value)) return value;
  return phrases && typeof value === "string" ? statusByName(value) : undefined;
}

/** Strings and numbers exactly as on the wire; an empty text is no code. */
function acceptCode(value: Constant): Code | undefined {
  if (typeof value === "number") return Number.isFinite(value) ? value : undefined;
  return typeof value === "string" && value !== "" ? value : undefined;
}
