import assert from "node:assert/strict";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { test } from "node:test";
import { spawnGroup } from "./processes.ts";

test("npm start serves VS Code to whoever has its address, until it is told to end", async () => {
  const program = join(import.meta.dirname, "start.ts");
  const group = spawnGroup(process.execPath, [program, "--web", "--no-open"], { stdio: ["ignore", "pipe", 2] });
  try {
    const address = await readAddress(group.child.stdout);
    // The token in the address is changed for a cookie.
    const greeting = await fetch(address, { redirect: "manual" });
    assert.equal(greeting.status, 302);
    const cookie = greeting.headers
      .getSetCookie()
      .map((text) => text.split(";")[0])
      .join("; ");
    const workbench = await fetch(new URL("/", address), { headers: { cookie } });
    assert.equal(workbench.status, 200);
    assert.match(await workbench.text(), /vscode-workbench-web-configuration/);
    const stranger = await fetch(new URL("/", address));
    assert.equal(stranger.status, 403);
    group.child.kill("SIGINT");
    assert.equal(await group.ended, 0);
    await assert.rejects(fetch(address), "nothing is left that answers");
  } finally {
    await group.stop();
  }
});

async function readAddress(output: NodeJS.ReadableStream | null): Promise<string> {
  assert.ok(output !== null);
  for await (const line of createInterface({ input: output })) {
    const address = /http:\/\/\S+/.exec(line)?.[0];
    if (address !== undefined) return address;
  }
  throw new Error("npm start ended without naming an address");
}
