const MOST = 3;

/** The known names that a mistyped one may have meant, the nearest first; none where all are far. */
export function nearest(name: string, known: Iterable<string>): readonly string[] {
  const reach = Math.max(2, Math.floor(name.length / 3));
  return [...known]
    .map((candidate) => ({ candidate, distance: distanceBetween(name.toLowerCase(), candidate.toLowerCase(), reach) }))
    .filter(({ distance }) => distance <= reach)
    .toSorted((a, b) => a.distance - b.distance)
    .slice(0, MOST)
    .map(({ candidate }) => candidate);
}

/** `; did you mean "a" or "b"?`, or nothing. */
export function hintAt(name: string, known: Iterable<string>): string {
  const names = nearest(name, known).map((each) => `"${each}"`);
  return names.length === 0 ? "" : `; did you mean ${names.join(" or ")}?`;
}

/** How many letters are to be put in, left out or changed (Levenshtein); names whose lengths alone differ by more are not compared. */
function distanceBetween(a: string, b: string, reach: number): number {
  if (Math.abs(a.length - b.length) > reach) return Number.POSITIVE_INFINITY;
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const change = (previous[column - 1] ?? 0) + (a[row - 1] === b[column - 1] ? 0 : 1);
      current.push(Math.min(change, (previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1));
    }
    previous = current;
  }
  return previous[b.length] ?? 0;
}
