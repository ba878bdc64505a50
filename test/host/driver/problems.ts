import { type ListRow, readListRows } from "./list-rows.ts";
import { runCommand, until, type Workbench } from "./workbench.ts";

/** One row of the Problems panel. */
export type ProblemRow = {
  readonly file: string;
  readonly severity: "error" | "warning" | "info";
  readonly message: string;
  readonly source: string;
  readonly code: string;
  /** Counted from 1. */
  readonly line: number;
  /** Counted from 1. */
  readonly column: number;
};

const list = ".markers-panel .monaco-list";

/** Opens the Problems panel if it is not open. */
export async function openProblems(workbench: Workbench): Promise<void> {
  const panel = workbench.page.locator(".markers-panel:visible");
  if ((await panel.count()) > 0) return;
  await runCommand(workbench, "Problems: Focus on Problems View");
  await panel.waitFor();
}

/** Reads the Problems panel, which has to be open; the rows come in the order of the panel. */
export async function readProblems(workbench: Workbench): Promise<readonly ProblemRow[]> {
  const { page } = workbench;
  const markers = page.locator(list).first();
  if ((await markers.count()) === 0) return [];
  const rows = await readListRows(workbench, markers, {
    parts: {
      file: ".resource-label-container .label-name",
      message: ".marker-message",
      source: ".marker-source",
      code: ".marker-code",
      position: ".marker-line",
    },
    scrollDown: async () => {
      await markers.hover();
      await page.mouse.wheel(0, 100);
    },
    scrollToTop: async () => {
      await markers.hover();
      await page.mouse.wheel(0, -100_000);
    },
  });
  return rows.flatMap((row, at) => toProblem(row, fileAbove(rows, at)) ?? []);
}

/** Opens the Problems panel and waits until its rows satisfy `isEnough`; returns them. */
export async function waitForProblems(
  workbench: Workbench,
  what: string,
  isEnough: (rows: readonly ProblemRow[]) => boolean,
): Promise<readonly ProblemRow[]> {
  await openProblems(workbench);
  const seen: ProblemRow[] = [];
  return until(
    workbench,
    what,
    async () => {
      const rows = await readProblems(workbench);
      seen.splice(0, seen.length, ...rows);
      return isEnough(rows) ? rows : undefined;
    },
    () => seen,
  );
}

function fileAbove(rows: readonly ListRow[], at: number): string {
  const header = rows.slice(0, at).findLast((row) => row.parts.file !== "");
  return header?.parts.file ?? "";
}

function toProblem(row: ListRow, file: string): ProblemRow | undefined {
  const position = /Ln (\d+), Col (\d+)/.exec(row.parts.position ?? "");
  if (position === null) return undefined;
  return {
    file,
    severity: severityOf(row.classes),
    message: row.parts.message ?? "",
    source: row.parts.source ?? "",
    code: row.parts.code ?? "",
    line: Number(position[1]),
    column: Number(position[2]),
  };
}

function severityOf(classes: string): ProblemRow["severity"] {
  if (/marker-icon error/.test(classes)) return "error";
  return /marker-icon warning/.test(classes) ? "warning" : "info";
}
