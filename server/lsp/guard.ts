import { type CancellationToken, type Connection, ResponseError } from "vscode-languageserver";

/**
 * The one place where a defect of ours is caught: it is logged with the request's name, the request is answered with
 * `empty`, and the server lives on. Protocol errors (a cancellation) pass through.
 */
export function guarded<Params, Result>(
  connection: Connection,
  name: string,
  empty: Result,
  handler: (params: Params, token: CancellationToken) => Promise<Result> | Result,
): (params: Params, token: CancellationToken) => Promise<Result> {
  return async (params, token) => {
    try {
      return await handler(params, token);
    } catch (error) {
      if (error instanceof ResponseError) throw error;
      connection.console.error(`${name} failed: ${describe(error)}`);
      return empty;
    }
  };
}

/** For notifications and timers, where nobody waits for an answer. */
export async function surviving(
  connection: Connection,
  name: string,
  action: () => Promise<void> | void,
): Promise<void> {
  try {
    await action();
  } catch (error) {
    connection.console.error(`${name} failed: ${describe(error)}`);
  }
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
