/** A server's file of about so many lines: one failing answer and one good one in ten lines, each function another. */
export function sourceOf(lines: number): string {
  const blocks = Array.from({ length: Math.ceil(lines / 10) }, (_, index) => blockOf(index));
  return `${blocks.join("\n")}\n`;
}

function blockOf(index: number): string {
  return [
    `app.get("/things${index}/:id", async (req, res) => {`,
    `  const thing = await load${index}(req.params.id);`,
    '  if (!thing) return res.status(404).json({ ok: false, error: { code: "NOT_FOUND", message: "none" } });',
    "  const view = { id: thing.id, name: thing.name, parts: thing.parts.map((part) => part.name) };",
    "  // Nothing to see here.",
    "  for (const part of view.parts) if (part.length > 200) log(part);",
    "  res.json({ ok: true, view });",
    "});",
    "",
    `export function load${index}(id: string): Promise<Thing | undefined> { return things.get(id) ?? Promise.resolve(undefined); }`,
  ].join("\n");
}
