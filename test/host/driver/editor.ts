import { basename } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { Locator } from "playwright-core";
import { parkMouse, runCommand, until, type Workbench } from "./workbench.ts";

/** A place in the text of the open file, as a person would point at it. */
export type Place = {
  /** The text to look for. */
  readonly text: string;
  /** Which occurrence, 1 for the first. */
  readonly nth?: number;
  /** How many UTF-16 units into that text; its middle when hovering, its start for the cursor. */
  readonly offset?: number;
};

/** Opens a file of the workspace by its path relative to the folder, and waits for its text. */
export async function openFile(workbench: Workbench, path: string): Promise<void> {
  const { page } = workbench;
  await page.keyboard.press("ControlOrMeta+P");
  await page.locator(".quick-input-widget:visible input[type=text]").fill(path);
  const row = page.locator(".quick-input-list .monaco-list-row.focused");
  await row.filter({ hasText: basename(path) }).waitFor();
  await page.keyboard.press("Enter");
  await page.locator(`.tab.active[data-resource-name="${basename(path)}"]`).waitFor();
  await activeEditor(workbench).locator(".view-line").first().waitFor();
}

/** The text editor that has the focus or had it last; not the chat's input, nor a side panel's. */
export function activeEditor(workbench: Workbench): Locator {
  return workbench.page.locator(".editor-group-container.active .editor-instance .monaco-editor").first();
}

/** Puts the keyboard focus into the editor without moving its cursor. */
export async function focusEditor(workbench: Workbench): Promise<void> {
  const focused = activeEditor(workbench).and(workbench.page.locator(".focused"));
  if ((await focused.count()) > 0) return;
  await runCommand(workbench, "View: Focus Active Editor Group");
  await focused.waitFor();
}

/** Returns the whole text of the open file as the editor has it, saved or not; the cursor stays where it was. */
export async function readEditorText(workbench: Workbench): Promise<string> {
  const { page } = workbench;
  const nothingYet = `nothing copied yet ${Date.now()}`;
  await focusEditor(workbench);
  await page.evaluate((text) => navigator.clipboard.writeText(text), nothingYet);
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.press("ControlOrMeta+C");
  const text = await until(workbench, "the text of the editor in the clipboard", async () => {
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    return copied === nothingYet ? undefined : copied;
  });
  // Takes back the selection of everything, which the next key would replace.
  await page.keyboard.press("ControlOrMeta+U");
  return text;
}

/** Puts the cursor at a place of the text, the start of the text it names unless an offset is given. */
export async function placeCursor(workbench: Workbench, place: Place): Promise<void> {
  const { line, column } = findPlace(await readEditorText(workbench), place);
  await placeCursorAt(workbench, line, column);
}

/** Puts the cursor at a line and column, both counted from 1. */
export async function placeCursorAt(workbench: Workbench, line: number, column: number): Promise<void> {
  const { page } = workbench;
  await focusEditor(workbench);
  await page.keyboard.press("Control+G");
  const input = page.locator(".quick-input-widget:visible input[type=text]");
  await input.fill(`:${line}:${column}`);
  await input.press("Enter");
  await page.locator(".statusbar-item:visible", { hasText: `Ln ${line}, Col ` }).waitFor();
  await activeEditor(workbench).and(page.locator(".focused")).waitFor();
}

/** Selects a piece of the text, so that what is typed next replaces it. */
export async function selectText(workbench: Workbench, place: Place): Promise<void> {
  await placeCursor(workbench, place);
  for (const _unit of place.text) await workbench.page.keyboard.press("Shift+ArrowRight");
}

/** Types text at the cursor, key by key, as a person does. */
export async function typeText(workbench: Workbench, text: string): Promise<void> {
  await focusEditor(workbench);
  await workbench.page.keyboard.type(text, { delay: 20 });
}

/** Saves the open file and waits until it no longer counts as changed. */
export async function saveFile(workbench: Workbench): Promise<void> {
  const { page } = workbench;
  await focusEditor(workbench);
  await page.keyboard.press("ControlOrMeta+S");
  await page.locator(".editor-group-container.active .tab.active:not(.dirty)").waitFor();
}

/**
 * Rests the mouse on a place and returns the text of the hover that comes up, once it matches `expected`.
 * Several extensions may answer one after the other, so the first text to appear need not be the whole.
 */
export async function readHover(workbench: Workbench, place: Place, expected = /\S/): Promise<string> {
  const middle = Math.floor(place.text.length / 2);
  await placeCursor(workbench, { offset: middle, ...place });
  await moveMouseAway(workbench);
  const seen: string[] = [];
  return until(
    workbench,
    `a hover over ${JSON.stringify(place.text)} that matches ${expected}`,
    async () => {
      // What else happens in the window may take a hover away before it is there: then move the mouse again.
      await restMouseAtCursor(workbench);
      const text = await hoverTextLike(workbench, expected);
      seen.splice(0, 1, text);
      return expected.test(text) ? text : undefined;
    },
    () => seen[0],
  );
}

async function restMouseAtCursor(workbench: Workbench): Promise<void> {
  const point = await cursorPoint(workbench);
  const { mouse } = workbench.page;
  // A hover wants to see the mouse move over the word, not only appear there.
  await mouse.move(point.x - 2, point.y);
  await mouse.move(point.x + 2, point.y, { steps: 3 });
}

/** Gives the hover three seconds to match, and returns what it says then. */
async function hoverTextLike(workbench: Workbench, expected: RegExp): Promise<string> {
  const deadline = Date.now() + 3_000;
  for (;;) {
    const text = await hoverText(workbench);
    if (expected.test(text) || Date.now() > deadline) return text;
    await pause(50);
  }
}

/** Takes the mouse out of the editor and waits until no hover is left. */
export async function moveMouseAway(workbench: Workbench): Promise<void> {
  await parkMouse(workbench);
  await until(workbench, "the hover to go away", async () => ((await hoverText(workbench)) === "" ? true : undefined));
}

async function hoverText(workbench: Workbench): Promise<string> {
  const hovers = activeEditor(workbench).locator(".monaco-hover .monaco-hover-content:visible");
  const texts = await hovers.allInnerTexts();
  const text = texts.join("\n").replaceAll("\u00a0", " ").trim();
  return text === "Loading..." ? "" : text;
}

async function cursorPoint(workbench: Workbench): Promise<{ readonly x: number; readonly y: number }> {
  return until(workbench, "the cursor on the screen", async () => {
    const cursor = activeEditor(workbench).locator(".cursors-layer .cursor").first();
    const box = await cursor.evaluate((element) => {
      const { left, top, height } = element.getBoundingClientRect();
      return { left, top, height };
    });
    return box.height === 0 ? undefined : { x: box.left + 3, y: box.top + box.height / 2 };
  });
}

/** Returns line and column, both counted from 1, of a place in a text; throws when the text is not there. */
export function findPlace(text: string, place: Place): { readonly line: number; readonly column: number } {
  const nth = place.nth ?? 1;
  const starts = [...occurrences(text, place.text)];
  const start = starts[nth - 1];
  if (start === undefined) {
    throw new Error(`The open file has ${starts.length} × ${JSON.stringify(place.text)}, number ${nth} was asked for.`);
  }
  const before = text.slice(0, start + (place.offset ?? 0)).split(/\r\n|\r|\n/);
  return { line: before.length, column: (before.at(-1) ?? "").length + 1 };
}

function* occurrences(text: string, wanted: string): Generator<number> {
  for (let at = text.indexOf(wanted); at !== -1; at = text.indexOf(wanted, at + wanted.length)) yield at;
}
