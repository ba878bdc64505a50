import { focusEditor } from "./editor.ts";
import { readListRows } from "./list-rows.ts";
import { isThereSoon, until, type Workbench } from "./workbench.ts";

/** One entry of the completion list as it can be read on the screen. */
export type CompletionEntry = {
  readonly label: string;
  /** What stands at the right edge of the row. */
  readonly detail: string;
};

/** Asks for completions at the cursor (unless the list is open already) and waits for the list. */
export async function openCompletions(workbench: Workbench): Promise<void> {
  await focusEditor(workbench);
  await until(workbench, "the completion list", async () => {
    if ((await rows(workbench).count()) > 0) return true;
    await workbench.page.keyboard.press("Control+Space");
    await isThereSoon(rows(workbench).first());
    return undefined;
  });
}

/** Waits for a completion list that came up by itself while typing. */
export async function waitForCompletions(workbench: Workbench): Promise<void> {
  await rows(workbench).first().waitFor();
}

/** Reads all entries of the open completion list, scrolling through it. */
export async function readCompletions(workbench: Workbench): Promise<readonly CompletionEntry[]> {
  const list = widget(workbench).locator(".tree .monaco-list");
  const found = await readListRows(workbench, list, {
    parts: { label: ".label-name", detail: ".details-label" },
    scrollDown: () => workbench.page.keyboard.press("PageDown"),
  });
  return found.map((row) => ({ label: row.parts.label ?? "", detail: row.parts.detail ?? "" }));
}

/** Takes the entry with the given label from the open completion list and waits until the list is gone. */
export async function acceptCompletion(workbench: Workbench, label: string): Promise<void> {
  const name = workbench.page.locator(".label-name").getByText(label, { exact: true });
  await rows(workbench).filter({ has: name }).first().click();
  await widget(workbench).waitFor({ state: "hidden" });
}

/** Closes the completion list if it is open. */
export async function closeCompletions(workbench: Workbench): Promise<void> {
  if ((await rows(workbench).count()) === 0) return;
  await workbench.page.keyboard.press("Escape");
  await widget(workbench).waitFor({ state: "hidden" });
}

function widget(workbench: Workbench) {
  return workbench.page.locator(".suggest-widget.visible");
}

function rows(workbench: Workbench) {
  return widget(workbench).locator(".tree .monaco-list-row");
}
