/**
 * A function that keeps its results, for keys that are few in practice and cost much to work out, such as language
 * tags. With more than `max` keys it begins anew, since someone who varies them would fill the memory.
 */
export function remember<Value>(workOut: (key: string) => Value, max = 100): (key: string) => Value {
  const known = new Map<string, Value>();
  return (key) => {
    const found = known.get(key);
    if (found !== undefined) return found;
    const value = workOut(key);
    if (known.size >= max) known.clear();
    known.set(key, value);
    return value;
  };
}
