/**
 * Documents of data: what a format is, and what its reader is given. A format is told by what stands in the document,
 * never by its file's name, and is read from JSON and YAML alike: both have the same structure.
 */
import type { Expression } from "../../syntax/tree.ts";
import type { ErrorSite } from "../model.ts";
import type { RecogniserContext } from "../recogniser.ts";

export interface DocumentFormat {
  /** The idiom of its sites, in output and in tests: kebab-case, stable. */
  readonly idiom: string;
  /** Whether the document with this root is of the format. */
  recognises(root: Expression): boolean;
  /** The sites of a document of the format. */
  sites(root: Expression, context: RecogniserContext): Iterable<ErrorSite>;
}
