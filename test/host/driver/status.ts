import { isThereSoon, parkMouse, until, type Workbench } from "./workbench.ts";

/**
 * Rests the mouse on the `{}` item of the status bar, where extensions tell the state of the open file's language, and
 * returns the text that comes up once it matches.
 */
export async function readLanguageStatus(workbench: Workbench, expected: RegExp): Promise<string> {
  const { page } = workbench;
  const item = page.locator(".statusbar-item:visible").and(page.locator('[id="status.languageStatus"]'));
  const seen: string[] = [];
  const text = await until(
    workbench,
    `a language status that matches ${expected}`,
    async () => {
      await parkMouse(workbench);
      await item.hover();
      const shown = page.locator(".hover-language-status:visible");
      await isThereSoon(shown.first());
      const text = (await shown.allInnerTexts()).join("\n");
      seen.splice(0, 1, text);
      return expected.test(text) ? text : undefined;
    },
    () => seen[0],
  );
  await parkMouse(workbench);
  return text;
}
