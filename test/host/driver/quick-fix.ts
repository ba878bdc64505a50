import { focusEditor, type Place, placeCursor } from "./editor.ts";
import { isThereSoon, until, type Workbench } from "./workbench.ts";

/**
 * Puts the cursor at a place, opens the quick fix menu there, and returns the titles in it once one of them matches.
 * The menu stays open.
 */
export async function openQuickFixes(workbench: Workbench, place: Place, expected = /\S/): Promise<readonly string[]> {
  await placeCursor(workbench, place);
  const seen: string[] = [];
  return until(
    workbench,
    `a quick fix at ${JSON.stringify(place.text)} that matches ${expected}`,
    async () => {
      await openMenu(workbench);
      const titles = await rows(workbench).locator(".title").allInnerTexts();
      seen.splice(0, seen.length, ...titles);
      if (titles.some((title) => expected.test(title))) return titles;
      // The finding may be newer than the menu: close it and ask again.
      await closeQuickFixes(workbench);
      return undefined;
    },
    () => seen,
  );
}

/**
 * Puts the cursor at a place, opens the quick fix menu there and takes the first entry whose title matches. The change
 * itself comes a moment after the click: wait for what it brings about, for instance that a finding is gone.
 */
export async function applyQuickFix(workbench: Workbench, place: Place, title: RegExp): Promise<void> {
  await openQuickFixes(workbench, place, title);
  await rows(workbench).filter({ hasText: title }).first().click();
  await menu(workbench).waitFor({ state: "hidden" });
}

/** Closes the quick fix menu if it is open. */
export async function closeQuickFixes(workbench: Workbench): Promise<void> {
  await workbench.page.keyboard.press("Escape");
  await menu(workbench).waitFor({ state: "hidden" });
}

async function openMenu(workbench: Workbench): Promise<void> {
  await focusEditor(workbench);
  await workbench.page.keyboard.press("ControlOrMeta+.");
  await isThereSoon(rows(workbench).first());
}

function menu(workbench: Workbench) {
  return workbench.page.locator(".context-view .action-widget:visible");
}

function rows(workbench: Workbench) {
  return menu(workbench).locator(".monaco-list-row.action");
}
