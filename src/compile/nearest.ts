const MAX_SUGGESTIONS = 3;

/** The known names that are similar to a mistyped one, nearest first. Returns [] if none is similar. */
export function nearest(name: string, known: Iterable<string>): readonly string[] {
  const reach = Math.max(2, Math.floor(name.length / 3));
  return [...known]
    .map((candidate) => ({ candidate, distance: distanceBetween(name.toLowerCase(), candidate.toLowerCase(), reach) }))
    .filter(({ distance }) => distance <= reach)
    .toSorted((a, b) => a.distance - b.distance)
    .slice(0, MAX_SUGGESTIONS)
    .map(({ candidate }) => candidate);
}

/** A suggestion to append to a message: `; did you mean "a" or "b"?`, or "" if no known name is similar. */
export function hintAt(name: string, known: Iterable<string>): string {
  const names = nearest(name, known).map((each) => `"${each}"`);
  return names.length === 0 ? "" : `; did you mean ${names.join(" or ")}?`;
}

/**
 * The Levenshtein distance: how many characters must be inserted, deleted or replaced. Infinity if the lengths differ
 * by more than `reach`.
 */
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
