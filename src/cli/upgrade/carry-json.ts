type Json = Readonly<Record<string, unknown>>;

/**
 * The text of a JSON object of a later version with the members that the owner changed or added, at any depth. A member
 * that the owner removed stays removed. The same form as npm writes.
 */
export function carryJson(base: string, ours: string, theirs: string): string {
  return `${JSON.stringify(carried(JSON.parse(base), JSON.parse(ours), JSON.parse(theirs)), null, 2)}\n`;
}

function carried(base: Json, ours: Json, theirs: Json): Json {
  const result: Record<string, unknown> = {};
  for (const key of new Set([...Object.keys(theirs), ...Object.keys(ours)])) {
    const [before, own, later] = [base[key], ours[key], theirs[key]];
    if (isObject(own) && isObject(later)) result[key] = carried(isObject(before) ? before : {}, own, later);
    else if (JSON.stringify(own) === JSON.stringify(before)) {
      if (later !== undefined) result[key] = later;
    } else if (own !== undefined) result[key] = own;
  }
  return result;
}

function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
