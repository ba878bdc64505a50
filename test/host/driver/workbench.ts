import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { Locator, Page } from "playwright-core";
import { type HostBrowser, startBrowser } from "../browser.ts";
import { type HostPaths, outputRoot } from "../host-paths.ts";
import { type ServerOptions, startVSCodeServer, type VSCodeServer } from "../vscode-server.ts";
import { workbenchAddress } from "../workbench-address.ts";

/** VS Code on one folder, in a browser, ready for a person. Every function of the driver takes it first. */
export type Workbench = {
  readonly page: Page;
  readonly folder: string;
  readonly server: VSCodeServer;
  /** Closes the browser and ends the server; settles when nothing is left of them. */
  readonly close: () => Promise<void>;
};

/** What a workbench is opened with. */
export type WorkbenchOptions = ServerOptions & {
  /** The workspace folder, absolute. */
  readonly folder: string;
  /** How many pixels of a picture one pixel of the page becomes, 1 unless given. */
  readonly pixelRatio?: number;
};

/** How long the driver waits for anything that it expects to see. */
export const patience = 30_000;

/** Starts a server and a browser, opens the folder, and returns when the workbench can be used. */
export async function openWorkbench(paths: HostPaths, options: WorkbenchOptions): Promise<Workbench> {
  const server = await startVSCodeServer(paths, options);
  const browser = await startBrowser(paths, options.pixelRatio).catch(async (error: unknown) => {
    await server.stop();
    throw error;
  });
  const close = () => closeBoth(browser, server);
  try {
    const page = await browser.openPage();
    await page.goto(workbenchAddress(server, options.folder));
    const workbench = { page, folder: options.folder, server, close };
    await page.locator(".explorer-folders-view .monaco-list-row").first().waitFor();
    return workbench;
  } catch (error) {
    await close();
    throw error;
  }
}

async function closeBoth(browser: HostBrowser, server: VSCodeServer): Promise<void> {
  await browser.close();
  await server.stop();
}

/**
 * Asks `probe` until it gives something and returns that. When patience ends, it keeps a picture of the page and
 * throws with what was waited for and, if `seen` is given, with what there was instead.
 */
export async function until<T>(
  workbench: Workbench,
  what: string,
  probe: () => Promise<T | undefined>,
  seen?: () => unknown,
): Promise<T> {
  const deadline = Date.now() + patience;
  for (;;) {
    const found = await probe();
    if (found !== undefined) return found;
    if (Date.now() > deadline) break;
    await pause(50);
  }
  const picture = join(outputRoot, `waited-in-vain-${process.pid}.png`);
  await takePicture(workbench, picture);
  const instead = seen === undefined ? "" : `; there was ${JSON.stringify(seen(), undefined, 1)}`;
  throw new Error(`Waited in vain for ${what}${instead} (a picture of the page is in ${picture})`);
}

/** Saves what the page shows as a PNG file. */
export async function takePicture(workbench: Workbench, file: string): Promise<void> {
  await mkdir(join(file, ".."), { recursive: true });
  await workbench.page.screenshot({ path: file });
}

/**
 * Runs a command from the command palette by the title it has there, for example `View: Toggle Panel`.
 * Commands of an extension come into the palette when the extension is known, so this may open it more than once.
 */
export async function runCommand(workbench: Workbench, title: string): Promise<void> {
  const { page } = workbench;
  const widget = page.locator(".quick-input-widget:visible");
  const name = page.locator(".label-name").getByText(title, { exact: true });
  const row = widget.locator(".quick-input-list .monaco-list-row").filter({ has: name }).first();
  await until(workbench, `the command ${title}`, async () => {
    await page.keyboard.press("F1");
    await widget.locator("input[type=text]").fill(`>${title}`);
    if (await isThereSoon(row)) return true;
    await page.keyboard.press("Escape");
    await widget.waitFor({ state: "hidden" });
    return undefined;
  });
  await row.click();
  await parkMouse(workbench);
}

/** Moves the mouse to where nothing reacts to it. */
export async function parkMouse(workbench: Workbench): Promise<void> {
  await workbench.page.mouse.move(300, 1);
}

/** Waits two seconds at most for an element and says whether it came; for what may have to be asked for again. */
export async function isThereSoon(element: Locator): Promise<boolean> {
  return element.waitFor({ timeout: 2_000 }).then(
    () => true,
    () => false,
  );
}

/** What the status bar shows: the text of each item and its description for screen readers. */
export type StatusBarItem = { readonly text: string; readonly label: string };

/** Reads the items of the status bar from left to right. */
export async function readStatusBar(workbench: Workbench): Promise<readonly StatusBarItem[]> {
  const items = workbench.page.locator(".part.statusbar .statusbar-item:visible");
  return items.evaluateAll((elements) =>
    elements.map((element) => ({
      text: (element.textContent ?? "").replaceAll("\u00a0", " ").trim(),
      label: element.getAttribute("aria-label") ?? "",
    })),
  );
}

/** Waits for a status bar item whose text matches, and returns its text. */
export async function waitForStatus(workbench: Workbench, wanted: RegExp): Promise<string> {
  const seen: StatusBarItem[] = [];
  return until(
    workbench,
    `a status bar item like ${wanted}`,
    async () => {
      const items = await readStatusBar(workbench);
      seen.splice(0, seen.length, ...items);
      return items.find((item) => wanted.test(item.text))?.text;
    },
    () => seen,
  );
}

/** Reads the messages that VS Code shows as notifications at the moment. */
export async function readNotifications(workbench: Workbench): Promise<readonly string[]> {
  return workbench.page.locator(".notification-list-item-message:visible").allInnerTexts();
}
