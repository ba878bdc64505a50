import { Codes } from "./codes";

interface Reply {
  IsSuccess: boolean;
  Msg: { Code: number; Msg: string };
}

/** Calls a service and turns its code into what the program does next. */
export async function call(path: string, body: object): Promise<Reply> {
  const response = await fetch(`https://services.example.com/${path}`, { method: "POST", body: JSON.stringify(body) });
  if (response.status === 401) throw new Error("the token is not valid");
  const reply: Reply = await response.json();
  if (reply.IsSuccess) return reply;
  switch (reply.Msg.Code) {
    case Codes.loginAgain:
      throw new Error("log in again");
    case Codes.account:
      // Two meanings: only the message tells an expired account from an unknown user.
      throw new Error(reply.Msg.Msg);
    case Codes.tooOften:
      throw new Error("called too often");
    case -999:
      throw new Error("no such code in the reference");
    default:
      throw new Error(`the service answered ${reply.Msg.Code}`);
  }
}
