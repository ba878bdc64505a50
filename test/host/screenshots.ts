/**
 * Takes the pictures of `screenshot-plan.ts` anew, with the packaged extension in the npm-borne VS Code.
 * Names as arguments choose some of them: `node test/host/screenshots.ts hover problems`.
 */
import { cp, mkdtemp, realpath, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openCompletions } from "./driver/completion.ts";
import { openFile, placeCursor, readHover, selectText, typeText } from "./driver/editor.ts";
import { waitForProblems } from "./driver/problems.ts";
import { openQuickFixes } from "./driver/quick-fix.ts";
import { openWorkbench, runCommand, takePicture, type Workbench } from "./driver/workbench.ts";
import { projectRoot } from "./host-paths.ts";
import { installHost } from "./install.ts";
import { type Picture, pictures, type Step } from "./screenshot-plan.ts";
import { packagedExtension } from "./vsix.ts";

/** Less around the text, and no complaints about packages that are not installed or Cyrillic letters. */
const settings = {
  "breadcrumbs.enabled": false,
  "editor.unicodeHighlight.ambiguousCharacters": false,
  "js/ts.validate.enabled": false,
  "typescript.validate.enable": false,
  "workbench.activityBar.location": "hidden",
};

/** Takes one picture and returns the file that it is in. */
async function take(picture: Picture): Promise<string> {
  const copy = await copyExample(picture.folder);
  const workbench = await openWorkbench(await installHost(), {
    folder: join(copy, picture.folder),
    extensions: [await packagedExtension()],
    trusted: true,
    pixelRatio: 2,
    settings,
  });
  try {
    await workbench.page.setViewportSize(picture.size);
    if (picture.isForReadme) await runCommand(workbench, "View: Toggle Primary Side Bar Visibility");
    for (const step of picture.steps) await perform(workbench, step);
    // What TypeScript tells of its progress has no place in a picture.
    await workbench.page.locator(".statusbar-item:visible", { hasText: "Analyzing" }).waitFor({ state: "hidden" });
    const file = join(projectRoot, picture.isForReadme ? "client/images" : "out/screenshots", `${picture.name}.png`);
    await takePicture(workbench, file);
    return file;
  } finally {
    await workbench.close();
    await rm(copy, { recursive: true, force: true });
  }
}

async function perform(workbench: Workbench, step: Step): Promise<void> {
  switch (step.kind) {
    case "open":
      return openFile(workbench, step.path);
    case "hover":
      await readHover(workbench, step.over, step.until);
      return;
    case "cursor":
      return placeCursor(workbench, step.at);
    case "select-and-type":
      await selectText(workbench, step.place);
      return typeText(workbench, step.text);
    case "complete":
      await placeCursor(workbench, step.at);
      return openCompletions(workbench);
    case "problems":
      await waitForProblems(workbench, `${step.atLeast} findings`, (rows) => rows.length >= step.atLeast);
      return;
    case "fixes":
      await openQuickFixes(workbench, step.at, step.until);
      return;
    case "command":
      return runCommand(workbench, step.title);
    case "wait-for":
      return workbench.page.getByText(step.text).first().waitFor();
    default:
      return assertUnreachable(step);
  }
}

function assertUnreachable(step: never): never {
  throw new Error(`No such step: ${JSON.stringify(step)}`);
}

/** A picture must not show where this project lies on the machine, nor change its examples. */
async function copyExample(name: string): Promise<string> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), "error-code-insight-picture-")));
  await cp(join(projectRoot, "examples", name), join(folder, name), { recursive: true });
  return folder;
}

const chosen = process.argv.slice(2);
const unknown = chosen.filter((name) => !pictures.some((picture) => picture.name === name));
if (unknown.length > 0) {
  process.stderr.write(
    `No such picture: ${unknown.join(", ")}. There are: ${pictures.map(({ name }) => name).join(", ")}\n`,
  );
  process.exit(2);
}
for (const picture of pictures) {
  if (chosen.length === 0 || chosen.includes(picture.name)) process.stdout.write(`${await take(picture)}\n`);
}
