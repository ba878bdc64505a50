/** What the fields of error bodies are called, plainest names first, without separators and in small letters. */
export const codeNames: readonly string[] = "code errorcode errcode errorkey apicode appcode subcode issue".split(" ");
export const messageNames: readonly string[] =
  "message msg errormessage errmsg errordescription detail description".split(" ");
export const statusNames: readonly string[] = "status statuscode httpstatus httpcode".split(" ");

/** A field's name as the lists above have it. */
export function plain(name: string): string {
  return name.replace(/[-_]/g, "").toLowerCase();
}
