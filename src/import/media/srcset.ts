/** One candidate of a `srcset`. `weight` is its width in pixels or its density: the larger, the better. */
export type Candidate = { readonly url: string; readonly descriptor: string; readonly weight: number };

/** Reads a `srcset` (HTML Standard section 4.8.4.2.1), in one pass. */
export function readSrcset(text: string): readonly Candidate[] {
  const candidates: Candidate[] = [];
  let at = 0;
  while (at < text.length) {
    while (at < text.length && /[\s,]/.test(text[at] ?? "")) at += 1;
    const start = at;
    while (at < text.length && !/\s/.test(text[at] ?? "")) at += 1;
    let url = text.slice(start, at);
    let descriptor = "";
    if (url.endsWith(",")) {
      let end = url.length;
      while (url[end - 1] === ",") end -= 1;
      url = url.slice(0, end);
    } else {
      const comma = text.indexOf(",", at);
      const end = comma === -1 ? text.length : comma;
      descriptor = text.slice(at, end).trim();
      at = end;
    }
    if (url !== "") candidates.push({ url, descriptor, weight: Number.parseFloat(descriptor) || 1 });
  }
  return candidates;
}

/** The candidate with the largest width or density. */
export function largestOf(candidates: readonly Candidate[]): Candidate | undefined {
  return candidates.reduce<Candidate | undefined>(
    (best, each) => (best === undefined || each.weight > best.weight ? each : best),
    undefined,
  );
}
