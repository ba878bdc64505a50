export interface Caller {
  readonly merchant: string;
}

export async function identify(request: Request): Promise<Caller | undefined> {
  const header = request.headers.get("authorization");
  return header ? { merchant: header } : undefined;
}

export function quotaLeft(caller: Caller): number {
  return caller.merchant.length;
}

export async function findSlot(body: { slot?: string }): Promise<string | undefined> {
  return body.slot;
}

export async function reserve(slot: string): Promise<{ slot: string } | undefined> {
  return slot.length > 0 ? { slot } : undefined;
}
