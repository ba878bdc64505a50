/** What packages call the class or the factory of another status: `ConflictException` for 409 beside `NotFoundException`. */
import { boomNames, nestNames, statusNames } from "./well-known-errors.ts";

/** Factories whose arguments are others than those of the rest: a scheme, a list of methods. */
const odd: ReadonlySet<string> = new Set(["unauthorized", "methodNotAllowed", "badImplementation", "internal"]);

/** The export of `specifier` that stands for `status` as `name` stands for its own; undefined where there is none. */
export function nameForStatus(specifier: string, name: string, status: number): string | undefined {
  if (/^@nestjs\/common(?:\/|$)/.test(specifier)) {
    const [, base = ""] = /^(\w+)Exception$/.exec(name) ?? [];
    const other = nameIn(statusNames, status, (one) => nestNames.has(one));
    return nestNames.has(base) && other !== undefined ? `${other}Exception` : undefined;
  }
  if (specifier === "http-errors") return statusNames.has(name) ? nameIn(statusNames, status) : undefined;
  if (/^(?:@hapi\/)?boom$/.test(specifier)) {
    const isPlain = (one: string) => boomNames.has(one) && !odd.has(one);
    return isPlain(name) ? nameIn(boomNames, status, isPlain) : undefined;
  }
  return undefined;
}

/** The method of servers and replies that stands for `status`, where `name` is one such (@fastify/sensible 6). */
export function methodForStatus(name: string, status: number): string | undefined {
  const methods = new Map([...statusNames].map(([own, value]) => [own.charAt(0).toLowerCase() + own.slice(1), value]));
  return methods.has(name) ? nameIn(methods, status) : undefined;
}

function nameIn(
  names: ReadonlyMap<string, number>,
  status: number,
  accepts: (name: string) => boolean = () => true,
): string | undefined {
  return [...names].find(([name, value]) => value === status && accepts(name))?.[0];
}
