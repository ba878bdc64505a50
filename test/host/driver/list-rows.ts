import type { Locator } from "playwright-core";
import { until, type Workbench } from "./workbench.ts";

/** One row of a list of VS Code: the texts of the parts that were asked for, "" where the row has no such part. */
export type ListRow = {
  readonly index: number;
  readonly label: string;
  readonly classes: string;
  readonly parts: Readonly<Record<string, string>>;
};

/** What to read of each row, and how to bring up the rows that are further down. */
export type ListReading = {
  /** Selectors of parts of a row, by the names that the answer uses. */
  readonly parts: Readonly<Record<string, string>>;
  readonly scrollDown: () => Promise<void>;
  /** How to get back to the first row, where the list may change while it is read. */
  readonly scrollToTop?: () => Promise<void>;
};

type VisibleRow = ListRow & { readonly isLast: boolean };

/** Reads all rows of a list. VS Code keeps in the page only those that are in sight, so this scrolls to the end. */
export async function readListRows(
  workbench: Workbench,
  list: Locator,
  reading: ListReading,
): Promise<readonly ListRow[]> {
  const found = new Map<number, ListRow>();
  await until(
    workbench,
    "the last row of a list",
    async () => {
      const visible = await readVisibleRows(list, reading.parts);
      for (const row of visible) found.set(row.index, row);
      if (visible.length === 0 && found.size === 0) return true;
      const isAtEnd = visible.length === 0 || visible.some((row) => row.isLast);
      if (isAtEnd && found.size === Math.max(...found.keys()) + 1) return true;
      if (isAtEnd) {
        // The list changed meanwhile: what was seen of it before is worth nothing.
        found.clear();
        await reading.scrollToTop?.();
      } else {
        await reading.scrollDown();
      }
      return undefined;
    },
    () => [...found.values()].map((row) => row.label),
  );
  return [...found.values()].sort((left, right) => left.index - right.index);
}

async function readVisibleRows(list: Locator, parts: Readonly<Record<string, string>>): Promise<readonly VisibleRow[]> {
  return list.locator(".monaco-list-row").evaluateAll((elements, selectors) => {
    const textOf = (element: Element, selector: string) =>
      [...element.querySelectorAll(selector)]
        .map((part) => part.textContent ?? "")
        .join("\n")
        .replaceAll("\u00a0", " ");
    return elements.map((element) => ({
      index: Number(element.getAttribute("data-index")),
      isLast: element.getAttribute("data-last-element") === "true",
      label: element.getAttribute("aria-label") ?? "",
      classes: [element, ...element.querySelectorAll("[class]")].map((part) => part.className).join(" "),
      parts: Object.fromEntries(Object.entries(selectors).map(([name, selector]) => [name, textOf(element, selector)])),
    }));
  }, parts);
}
