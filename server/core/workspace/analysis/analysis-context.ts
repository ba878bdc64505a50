/** What one look at one file goes by: the file, the settings in force, and the stores that it may ask. */
import type { Code } from "../../catalog/model.ts";
import type { Configuration } from "../../facts/configuration.ts";
import type { ModuleProvider } from "../../sites/values/value-service.ts";
import type { BaselineStore } from "../baseline-store.ts";
import type { CatalogStore } from "../catalog-store.ts";
import type { ConfigurationStore } from "../configuration-store.ts";
import type { DependencyStore } from "../dependencies.ts";
import type { Root } from "../file-system.ts";
import type { SentIndex } from "../sent-index.ts";
import type { SourceView } from "../source-view.ts";

export interface AnalysisContext {
  /** The file that is looked at. */
  readonly uri: string;
  readonly view: SourceView;
  readonly roots: readonly Root[];
  readonly languageId: string | undefined;
  /** Whether someone has the file open: then its structure is wanted even where it holds nothing yet. */
  readonly isOpen: boolean;
  readonly modules: ModuleProvider;
  readonly configuration: Configuration | undefined;
  readonly configurations: ConfigurationStore;
  readonly sent: SentIndex;
  /** The statuses with which the files that were looked at so far send a code. */
  readonly sentStatuses: (code: Code) => readonly number[];
  readonly baselines: BaselineStore;
  /** Whether findings that the baseline has are hidden. */
  readonly obeysBaseline: boolean;
  readonly catalogs: CatalogStore;
  readonly dependencies: DependencyStore;
  readonly textOf: (uri: string) => string | undefined;
}
