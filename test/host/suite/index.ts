import { completionTests } from "./completion.ts";
import { findingTests } from "./findings.ts";
import { runAll } from "./harness.ts";
import { hoverTests } from "./hover.ts";
import { pageCatalogTests } from "./page-catalog.ts";
import { activateExtension } from "./workspace-files.ts";

/** What VS Code calls in its extension host: runs all tests of the suite. */
export async function run(): Promise<void> {
  const activation = {
    name: "the extension activates",
    run: async () => {
      await activateExtension();
    },
  };
  await runAll([activation, ...hoverTests, ...findingTests, ...completionTests, ...pageCatalogTests]);
}
