/** Documents in which a status or a code is something else: manifests, settings, locks, pipelines. */
import type { Expression } from "../../syntax/tree.ts";
import { hasAll, objectsIn, propertiesOf, textIn, valueIn } from "./data-access.ts";

/** Whether the document is of a kind that shows no answers of an API, told by its content. */
export function isForeignDocument(root: Expression): boolean {
  return kinds.some((isOfKind) => isOfKind(root));
}

const kinds: readonly ((root: Expression) => boolean)[] = [
  // Manifests and locks of package managers.
  (root) => textIn(root, "name") !== undefined && hasAny(root, "dependencies", "devDependencies", "scripts", "engines"),
  (root) => hasAny(root, "lockfileVersion", "lockfile-version"),
  // Settings of compilers.
  (root) => hasAny(root, "compilerOptions"),
  // Resources of Kubernetes and of what builds upon it.
  (root) => textIn(root, "apiVersion") !== undefined && textIn(root, "kind") !== undefined,
  // Compose files, workflows, pipelines.
  (root) => propertiesOf(valueIn(root, "services")).some(({ value }) => hasAny(value, "image", "build")),
  (root) => propertiesOf(valueIn(root, "jobs")).some(({ value }) => hasAny(value, "steps", "runs-on", "uses")),
  // Rules of Prometheus, dashboards of Grafana.
  (root) => objectsIn(valueIn(root, "groups")).some((group) => hasAny(group, "rules")),
  (root) => hasAll(root, "panels", "schemaVersion"),
  // Environments of Postman.
  (root) => textIn(root, "_postman_variable_scope") !== undefined,
  // JSON schemas that are no part of a description of an API.
  (root) =>
    /json-schema\.org/.test(textIn(root, "$schema") ?? "") && hasAny(root, "properties", "definitions", "$defs"),
];

function hasAny(node: Expression | undefined, ...names: readonly string[]): boolean {
  return names.some((name) => valueIn(node, name) !== undefined);
}
