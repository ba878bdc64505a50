/** From drafts of shapes, one for each thing that a call may give, to the shape that others see. */
import type { Expression } from "../../../syntax/tree.ts";
import type { Evaluation } from "../evaluate/evaluator.ts";
import { unknownHead } from "../evaluate/head.ts";
import type { ErrorShape, ShapePart } from "../value-service.ts";
import type { ShapeDraft } from "./draft.ts";
import { partOfHeads } from "./part-of-heads.ts";
import { lookLikeStatuses } from "./role-heads.ts";
import type { Role } from "./role-names.ts";

export interface ShapeRequest {
  readonly drafts: readonly ShapeDraft[];
  /** Whether the call may give something else, too. */
  readonly open: boolean;
  /** What the class or function is called where it is called; empty where it has no name. */
  readonly label: string;
  readonly uri: string;
  /** Words for the place of an argument at the call: `argument 2 of \`AppError\``. */
  readonly describe: (argument: Expression) => string;
}

/** One shape for all drafts; undefined without any. */
export function errorShape(request: ShapeRequest, evaluation: Evaluation): ErrorShape | undefined {
  const { drafts, uri } = request;
  const [first] = drafts;
  if (first === undefined) return undefined;
  const name = request.label === "" ? (first.className ?? "") : request.label;
  const part = (role: Role): ShapePart | undefined => {
    const found = drafts.map((draft) => draft.roles[role]);
    const heads = found.flatMap((draft) => draft?.heads ?? []);
    if (heads.length === 0) return undefined;
    const open = request.open || found.some((draft) => draft === undefined);
    const certain =
      found.every((draft) => draft === undefined || draft.certainty === "certain") &&
      heads.every((head) => head.certain);
    return partOfHeads(
      open ? [...heads, unknownHead] : heads,
      { certain, uri, describe: request.describe },
      evaluation,
    );
  };
  return {
    name,
    status: part("status"),
    code: part("code"),
    message: part("message"),
    isError: drafts.every((draft) => draft.errorLike),
    isApiError: drafts.some(isApiError),
  };
}

/** It carries a status or a code, and is an error by its ancestry, its name, or its status. */
function isApiError(draft: ShapeDraft): boolean {
  const { status, code } = draft.roles;
  if (status === undefined && code === undefined) return false;
  return draft.errorLike || (status !== undefined && lookLikeStatuses(status.heads, 400));
}
