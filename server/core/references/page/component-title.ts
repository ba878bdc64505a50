/** Where the title of the components that `text` begins is written, in offsets of `text`: the last one of several. */
export function componentTitle(text: string): { readonly start: number; readonly end: number } | undefined {
  let found: { start: number; end: number } | undefined;
  for (const match of text.matchAll(/\s(?:title|label|summary|header|heading)=\{?(["'`])(.*?)\1/dg)) {
    const place = match.indices?.[2];
    if (place !== undefined) found = { start: place[0], end: place[1] };
  }
  return found;
}
