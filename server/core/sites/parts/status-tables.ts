/** Members of well-known status tables whose module is not at hand: `StatusCodes.NOT_FOUND`, `HttpStatus.NotFound`. */
import type { Expression } from "../../syntax/tree.ts";
import { unwrapped } from "../../syntax/unwrapped.ts";
import type { MemberTable } from "../model.ts";
import { lastName, pathOf } from "../reading/names.ts";
import { stringOf } from "../reading/objects.ts";
import type { ResolvedOption } from "../values/value-service.ts";
import { statusByName } from "./status-names.ts";

/**
 * Names that http-status-codes 2, http-status 1 and 2, http-errors and @nestjs/common 11 all share, so that one may be
 * written for another whichever of them the table comes from.
 */
const sharedNames =
  `OK CREATED ACCEPTED NO_CONTENT BAD_REQUEST UNAUTHORIZED PAYMENT_REQUIRED FORBIDDEN NOT_FOUND METHOD_NOT_ALLOWED
  NOT_ACCEPTABLE CONFLICT GONE LENGTH_REQUIRED PRECONDITION_FAILED UNSUPPORTED_MEDIA_TYPE EXPECTATION_FAILED
  UNPROCESSABLE_ENTITY TOO_MANY_REQUESTS INTERNAL_SERVER_ERROR NOT_IMPLEMENTED BAD_GATEWAY SERVICE_UNAVAILABLE
  GATEWAY_TIMEOUT`.split(/\s+/);

/** The value of a member of an unknown table, judged by both names; undefined where either says nothing of statuses. */
export function statusTableOption(expression: Expression): ResolvedOption | undefined {
  const inner = unwrapped(expression);
  const member = inner.kind === "member" ? inner.name : inner.kind === "index" ? stringOf(inner.index) : undefined;
  if (member === undefined || (inner.kind !== "member" && inner.kind !== "index")) return undefined;
  const table = lastName(inner.object);
  if (table === undefined || !/status|http/i.test(table) || /grpc/i.test(pathOf(inner.object)?.[0] ?? ""))
    return undefined;
  const status = statusByName(member);
  if (status === undefined) return undefined;
  return {
    value: status,
    origin: undefined,
    table: tableInStyleOf(table, member),
    steps: [{ text: `\`${table}.${member}\` is ${status} by its name`, place: undefined }],
  };
}

function tableInStyleOf(table: string, member: string): MemberTable | undefined {
  const screaming = /^[A-Z][A-Z_]*$/.test(member);
  const pascal = /^[A-Z][a-zA-Z]*$/.test(member);
  if (!screaming && !pascal) return undefined;
  const members = new Map<string, number>();
  for (const name of sharedNames) {
    const status = statusByName(name);
    if (status !== undefined) members.set(screaming ? name : toPascal(name), status);
  }
  return { name: table, members };
}

function toPascal(name: string): string {
  return name.toLowerCase().replace(/(?:^|_)([a-z])/g, (_match, letter: string) => letter.toUpperCase());
}
