/** What the matchers and the functions of assertion libraries are called. */
import type { Expression } from "../../syntax/tree.ts";
import { lastName } from "./names.ts";
import { stringOf } from "./objects.ts";

/** What two values are compared by, as a whole or in some of their fields. */
export const equalities =
  /^(?:toBe|toEqual|toStrictEqual|toMatchObject|equal|equals|eq|eql|deepEqual|deepStrictEqual|strictEqual|is|same|toContainEqual|include|containSubset|matchObject|looseEqual)$/;
/** The same as functions, of tap and ava, and of Deno's standard library. */
export const equalityFunctions =
  /^(?:match|matchOnly|has|hasStrict|strictSame|like|assert(?:Equals|StrictEquals|ObjectMatch))$/;
/** Matchers that are given what a function throws or is called with. */
export const handing =
  /^(?:toThrow|toThrowError|toHaveBeenCalledWith|toHaveBeenLastCalledWith|toHaveBeenNthCalledWith|toHaveBeenCalledExactlyOnceWith|toBeCalledWith|rejectedWith|calledWith|calledWithExactly|calledOnceWith|calledOnceWithExactly)$/;
/** Matchers of one value and a list that it is in. */
export const oneOfs = /^(?:toContain|toBeOneOf|oneOf|toBeIn|include|contain)$/;
/** Matchers of an answer that are given its status. */
export const statusMatchers = /^(?:status|toHaveStatus|toHaveStatusCode|statusCode|toHaveHTTPStatus)$/;

/** `expect(res.status).toHaveBeenCalledWith(404)`: the mock of what a handler sets its status with. */
export function isStatusSetter(subject: Expression): boolean {
  return /^(?:status|sendStatus|code|writeHead|statusMock|mockStatus|statusSpy)$/.test(lastName(subject) ?? "");
}

/** `assert.include(error, "MaxFee")`: a word that stands anywhere in a text, where it has no code's own form. */
export function isPartOfText(matcher: string, value: Expression): boolean {
  const text = matcher === "include" ? stringOf(value) : undefined;
  return text !== undefined && !/[_./:-]|^[A-Z\d]+$/.test(text);
}
