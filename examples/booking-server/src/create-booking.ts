import { NextResponse } from "next/server";
import { findSlot, identify, quotaLeft, reserve } from "./calendar";

export async function POST(request: Request) {
  const caller = await identify(request);
  if (!caller) {
    // Nobody knows this caller: that is 401, not 403.
    return NextResponse.json({ error: "Missing or invalid credentials" }, { status: 403 });
  }
  if (quotaLeft(caller) === 0) {
    // Resources that are used up are 429 in this reference.
    return NextResponse.json({ error: "Quota exceeded for this merchant" }, { status: 403 });
  }
  const slot = await findSlot(await request.json());
  if (!slot) {
    return NextResponse.json({ error: "Slot not found" }, { status: 400 });
  }
  const booking = await reserve(slot);
  if (!booking) {
    // The request was understood and the business says no: the answer is 200 with the failure in the body.
    return NextResponse.json({ booking_failure: { cause: "SLOT_UNAVAILABLE" } }, { status: 409 });
  }
  return NextResponse.json({ booking });
}
