/** What must hold of any file's structure, whatever the text. */
import assert from "node:assert/strict";
import type { SourceFile } from "../../server/core/syntax/tree.ts";
import { nodesAt, partsOf, type SyntaxNode } from "../../server/core/syntax/walk.ts";

/** Spans lie in the text, children in their parents, siblings one behind the other; the walk ends. */
export function checkTree(file: SourceFile): void {
  const { text } = file;
  checkSiblings(file.statements, 0, text.length, text);
  const pending: SyntaxNode[] = [...file.statements];
  let count = 0;
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    count += 1;
    assert.ok(count < 40 * (text.length + 10), "more nodes than the text can hold");
    const parts = partsOf(node);
    checkSiblings(parts, node.start, node.end, text);
    checkOwn(node);
    pending.push(...parts);
  }
  let last = 0;
  for (const comment of file.comments) {
    assert.ok(comment.start >= last && comment.end > comment.start && comment.end <= text.length, "comments in order");
    last = comment.end;
  }
  for (let offset = 0; offset <= text.length; offset += Math.ceil((text.length + 1) / 40)) {
    for (const node of nodesAt(file, offset)) assert.ok(node.start <= offset && offset <= node.end);
  }
}

function checkSiblings(nodes: readonly SyntaxNode[], start: number, end: number, text: string): void {
  let last = start;
  for (const node of nodes) {
    if (node.start < last || node.end < node.start || node.end > end) {
      const place = `${node.kind} ${node.start}-${node.end} in ${start}-${end}, behind ${last}`;
      assert.fail(`${place}\n${JSON.stringify(text)}`);
    }
    last = node.end;
  }
}

function checkOwn(node: SyntaxNode): void {
  if (node.kind === "call" || node.kind === "new") inside(node, node.argumentsSpan);
  if (node.kind === "member") inside(node, node.nameSpan);
  if (node.kind === "class" && node.nameSpan !== undefined) inside(node, node.nameSpan);
  if (node.kind === "enum") inside(node, node.nameSpan);
  if (node.kind === "template") {
    assert.equal(node.chunks.length, node.expressions.length + 1);
    for (const chunk of node.chunks) inside(node, chunk);
  }
}

function inside(node: SyntaxNode, span: { readonly start: number; readonly end: number }): void {
  assert.ok(node.start <= span.start && span.start <= span.end && span.end <= node.end, `${node.kind} holds its spans`);
}
