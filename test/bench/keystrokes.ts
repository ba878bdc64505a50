import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { startLanguageServer } from "../support/language-server.ts";
import { memoryWorkspace, uriOf } from "../support/memory-workspace.ts";
import { sourceOf } from "./made-source.ts";
import { medianOf } from "./measure.ts";

const strokes = 20;
const configuration = '{ "catalogs": ["builtin:uk-retail-api"] }';

/** Milliseconds from one more character in a file of so many lines until all its findings are known, in the engine. */
export async function engineKeystrokes(lines: number): Promise<number> {
  const text = sourceOf(lines);
  const { workspace } = memoryWorkspace({ "error-code-insight.json": configuration });
  const times: number[] = [];
  for (let stroke = 0; stroke < strokes; stroke += 1) {
    workspace.setOpen(uriOf("a.ts"), typed(text, stroke), "typescript");
    const start = performance.now();
    const analysis = await workspace.analyse(uriOf("a.ts"));
    if (analysis?.findings === undefined) throw new Error("the file was not analysed");
    times.push(performance.now() - start);
  }
  return medianOf(times);
}

/** The same through the built server, from the change that an editor sends to the diagnostics that it gets. */
export async function serverKeystrokes(lines: number): Promise<number> {
  const stopping = new AbortController();
  const folder = mkdtempSync(join(tmpdir(), "error-code-insight-keys-"));
  try {
    writeFileSync(join(folder, "error-code-insight.json"), configuration);
    const server = await startLanguageServer(
      { after: (end) => stopping.signal.addEventListener("abort", () => end()) },
      { root: pathToFileURL(folder).toString() },
    );
    const uri = pathToFileURL(join(folder, "a.ts")).toString();
    const text = sourceOf(lines);
    const answer = async (): Promise<void> => {
      for (;;) {
        const published = (await server.next("textDocument/publishDiagnostics")) as { readonly uri: string };
        if (published.uri === uri) return;
      }
    };
    await server.connection.sendNotification("textDocument/didOpen", {
      textDocument: { uri, languageId: "typescript", version: 1, text },
    });
    await answer();
    const times: number[] = [];
    const end = { line: text.split("\n").length - 1, character: 0 };
    for (let stroke = 0; stroke < strokes; stroke += 1) {
      const start = performance.now();
      await server.connection.sendNotification("textDocument/didChange", {
        textDocument: { uri, version: stroke + 2 },
        contentChanges: [{ range: { start: end, end }, text: stroke === 0 ? "// x" : "x" }],
      });
      await answer();
      times.push(performance.now() - start);
    }
    await server.stop();
    return medianOf(times);
  } finally {
    stopping.abort();
    rmSync(folder, { recursive: true, force: true });
  }
}

function typed(text: string, stroke: number): string {
  return `${text}// ${"x".repeat(stroke)}`;
}
