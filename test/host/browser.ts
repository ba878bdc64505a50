import { createRequire } from "node:module";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { findBrowser } from "./browser-binary.ts";
import type { HostPaths } from "./host-paths.ts";

/** An open browser with one fresh profile. */
export type HostBrowser = {
  /** Opens an empty page of 1280 × 800 in the profile. */
  readonly openPage: () => Promise<Page>;
  readonly close: () => Promise<void>;
};

const flags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--font-render-hinting=none",
  // No other machine is reached from here, so a test cannot depend on one.
  "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
];

/** Starts the browser without a window, with a profile that is gone when it closes. */
export async function startBrowser(paths: HostPaths, pixelRatio = 1): Promise<HostBrowser> {
  const binary = findBrowser(paths);
  const browser = await loadPlaywright(paths).chromium.launch({
    executablePath: binary.executable,
    args: flags,
    headless: true,
    env: definedOnly(binary.environment),
  });
  const context = await newContext(browser, pixelRatio);
  return { openPage: () => context.newPage(), close: () => browser.close() };
}

async function newContext(browser: Browser, pixelRatio: number) {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    locale: "en-US",
    deviceScaleFactor: pixelRatio,
    permissions: ["clipboard-read", "clipboard-write"],
  });
  context.setDefaultTimeout(30_000);
  return context;
}

/** Playwright is installed with the browser, wherever that is, so it is found from there and not from here. */
function loadPlaywright(paths: HostPaths): typeof import("playwright-core") {
  const load = createRequire(join(paths.root, "package.json"));
  // The module's type is its own, as published.
  return load("playwright-core") as typeof import("playwright-core");
}

function definedOnly(environment: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(environment).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}
