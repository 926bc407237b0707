/**
 * Finds a text or a number by its key in an array as PHP serializes it, such as `a:1:{s:8:"duration";s:8:"00:12:34";}`.
 * PHP counts bytes. Returns undefined if there is none, or if it is empty.
 */
export function valueInPhp(serialized: string, key: string): string | undefined {
  const name = `s:${Buffer.byteLength(key)}:"${key}";`;
  const start = serialized.indexOf(name);
  if (start === -1) return undefined;
  const rest = serialized.slice(start + name.length);
  const [, number] = /^[id]:(\d{1,15}(?:\.\d{1,15})?);/.exec(rest) ?? [];
  if (number !== undefined) return number;
  const [head, length] = /^s:(\d{1,6}):"/.exec(rest) ?? [];
  if (head === undefined) return undefined;
  // A character has at least one byte, so this many characters contain the value.
  const value = Buffer.from(rest.slice(head.length, head.length + Number(length)))
    .subarray(0, Number(length))
    .toString()
    .trim();
  return value === "" ? undefined : value;
}
