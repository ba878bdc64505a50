import type { Code } from "../catalog/model.ts";
import type { SentStatus } from "../rules/support/sent-statuses.ts";

interface SentByFile {
  /** The package that the file belongs to: only files of one package are compared. */
  readonly group: string;
  readonly sent: readonly SentStatus[];
}

/** What the files that were looked at so far send, so that one can be held against the others. Of no file more than that. */
export class SentIndex {
  readonly #files = new Map<string, SentByFile>();
  readonly #byCode = new Map<string, Set<string>>();

  /** Takes in what `uri` sends; returns the other files that send one of the codes, where something changed. */
  set(uri: string, group: string, sent: readonly SentStatus[]): readonly string[] {
    const before = this.#files.get(uri);
    if (before?.group === group && keyOf(before.sent) === keyOf(sent)) return [];
    const touched = new Set([...this.#take(uri), ...sent.map(({ code }) => nameOf(group, code))]);
    if (sent.length > 0) this.#files.set(uri, { group, sent: sent.map(onlyData) });
    for (const { code } of sent) {
      const name = nameOf(group, code);
      this.#byCode.set(name, (this.#byCode.get(name) ?? new Set()).add(uri));
    }
    return [...new Set([...touched].flatMap((name) => [...(this.#byCode.get(name) ?? [])]))].filter(
      (other) => other !== uri,
    );
  }

  /** What a file sends; undefined where that is nothing. */
  get(uri: string): SentByFile | undefined {
    return this.#files.get(uri);
  }

  delete(uri: string): void {
    this.#take(uri);
  }

  /** Where the other files of the package send `code`, in the order of their names. */
  elsewhere(uri: string, group: string, code: Code): readonly SentStatus[] {
    const others = [...(this.#byCode.get(nameOf(group, code)) ?? [])].filter((other) => other !== uri).sort();
    return others.flatMap((other) => (this.#files.get(other)?.sent ?? []).filter((sent) => sent.code === code));
  }

  /** The files that send a code with another status than another file does. */
  inconsistent(): ReadonlySet<string> {
    const found = new Set<string>();
    for (const uris of this.#byCode.values()) if (uris.size > 1) for (const uri of uris) found.add(uri);
    for (const uri of found) {
      const { group, sent } = this.#files.get(uri) ?? { group: "", sent: [] };
      const differs = sent.some(({ code, status }) =>
        this.elsewhere(uri, group, code).some((other) => other.status !== status),
      );
      if (!differs) found.delete(uri);
    }
    return found;
  }

  /** Forgets a file; returns the names of the codes that it sent. */
  #take(uri: string): readonly string[] {
    const { group, sent } = this.#files.get(uri) ?? { group: "", sent: [] };
    this.#files.delete(uri);
    const names = sent.map(({ code }) => nameOf(group, code));
    for (const name of names) {
      const uris = this.#byCode.get(name);
      uris?.delete(uri);
      if (uris?.size === 0) this.#byCode.delete(name);
    }
    return names;
  }
}

function nameOf(group: string, code: Code): string {
  return `${group} ${JSON.stringify(code)}`;
}

function keyOf(sent: readonly SentStatus[]): string {
  return sent.map(({ code, status, span }) => `${JSON.stringify(code)} ${status} ${span.start}`).join("\n");
}

/** Without the fact, which would hold the whole analysis. */
function onlyData({ code, status, uri, span: { start, end } }: SentStatus): SentStatus {
  return { code, status, uri, span: { start, end } };
}
