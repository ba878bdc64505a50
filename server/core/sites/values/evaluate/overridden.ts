/** Whether instances of a class may have another value in a field than the class gives it: its subclasses set their own. */
import type { SymbolicClass, SymbolicValue } from "../module-summary.ts";
import type { Head } from "./head.ts";
import type { ModuleView } from "./module-view.ts";

/** Whether the field is declared so wide that other values fit, or another class of the module extends the class. */
export function mayBeOverridden(maker: Head, field: string): boolean {
  if (maker.kind !== "symbolic" || maker.value.kind !== "class") return true;
  const { fieldTypes, name } = maker.value;
  return /^(?:string|number)$/.test(fieldTypes.get(field) ?? "") || isExtended(name, maker.frame.view);
}

function isExtended(name: string, view: ModuleView): boolean {
  for (const exported of view.exports().exports.values()) {
    const declared = classOf(exported, view);
    if (declared?.superclass?.kind === "name" && declared.superclass.name === name) return true;
  }
  return false;
}

function classOf(exported: SymbolicValue, view: ModuleView): SymbolicClass | undefined {
  const value = exported.kind === "name" ? view.binding(exported.name) : exported;
  return value?.kind === "class" ? value : undefined;
}
