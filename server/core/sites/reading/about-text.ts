/** Whether an error speaks of a place in a text or of a command that was run, and so of no request. */
import { unwrapped } from "../../syntax/unwrapped.ts";
import type { RecognisedNode } from "../recogniser.ts";

/** Fields that only problems of a text, of a command or of a call to the system have. */
const fields: ReadonlySet<string> = new Set(
  "pos loc frame column col startLoc endLoc sourceText cmd command stderr stdout exitCode signal syscall errno".split(
    " ",
  ),
);

/** `node` is an object, or makes an error from one: `new RunError({ cmd: "git", code: 1 })`. */
export function isAboutText(node: RecognisedNode): boolean {
  const objects = node.kind === "new" || node.kind === "call" ? node.arguments.map((one) => unwrapped(one)) : [node];
  return objects.some(
    (object) =>
      object.kind === "object" &&
      object.members.some((member) => member.kind === "property" && fields.has(member.key.name ?? "")),
  );
}
