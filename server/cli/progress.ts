import { SingleBar } from "cli-progress";

/** A bar on standard error for long runs in a terminal; silent elsewhere and for short ones. */
export class Progress {
  readonly #bar: SingleBar | undefined;

  constructor(total: number, stream: NodeJS.WriteStream) {
    if (!stream.isTTY || total < 200) return;
    this.#bar = new SingleBar({
      stream,
      format: "{bar} {value}/{total} files",
      hideCursor: true,
      clearOnComplete: true,
      barsize: 30,
    });
    this.#bar.start(total, 0);
  }

  advance(): void {
    this.#bar?.increment();
  }

  done(): void {
    this.#bar?.stop();
  }
}
