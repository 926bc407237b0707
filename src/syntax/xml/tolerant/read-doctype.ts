/**
 * The index of the `>` that ends the document type at an index. Its entities and their values may hold any sign, in
 * brackets and quotation marks. Returns undefined if the text ends before.
 */
export function readDoctype(text: string, start: number): number | undefined {
  let isInside = false;
  let at = start + "<!DOCTYPE".length;
  while (at < text.length) {
    const sign = text[at];
    if (sign === "[") isInside = true;
    else if (sign === "]") isInside = false;
    else if (sign === ">" && !isInside) return at;
    else if (sign === '"' || sign === "'") {
      const close = text.indexOf(sign, at + 1);
      if (close === -1) return undefined;
      at = close;
    }
    at += 1;
  }
  return undefined;
}
