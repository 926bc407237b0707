import { parse } from "smol-toml";

/**
 * A piece of a text of TOML: the lines of one value with the `place` that it sets, or one other line. `header` is the
 * table that begins there. The n-th table of an array has a number. The values before the first table are in "".
 */
type Piece = { readonly text: string; readonly header?: string; readonly place?: string };

/**
 * The text of `wrangler.toml` of a later version with the values that the owner changed or added. `base` is the text of
 * the version that the owner began with. Comments are those of the later version.
 */
export function carrySettings(base: string, ours: string, theirs: string): string {
  const before = valuesOf(base);
  const left = new Map([...valuesOf(ours)].filter(([place, text]) => before.get(place) !== text));
  const pieces = piecesOf(theirs).map((piece): Piece => {
    const own = piece.place === undefined ? undefined : left.get(piece.place);
    if (piece.place !== undefined) left.delete(piece.place);
    return own === undefined ? piece : { ...piece, text: own };
  });
  const tables = Map.groupBy(left, ([place]) => place.slice(0, place.indexOf("\n")));
  for (const [table, values] of tables) {
    const added = values.map(([, text]): Piece => ({ text }));
    const at = pieces.findIndex(({ header }) => header === table);
    if (table === "") pieces.unshift(...added);
    else if (at !== -1) pieces.splice(at + 1, 0, ...added);
    else pieces.push({ text: table.replace(/ \d+$/, ""), header: table }, ...added, { text: "" });
  }
  return pieces.map(({ text }) => text).join("\n");
}

function valuesOf(toml: string): ReadonlyMap<string, string> {
  return new Map(piecesOf(toml).flatMap(({ place, text }) => (place === undefined ? [] : [[place, text]])));
}

function piecesOf(toml: string): readonly Piece[] {
  const counts = new Map<string, number>();
  const pieces: Piece[] = [];
  const lines = toml.split("\n");
  let table = "";
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] ?? "";
    const [header] = /^\s*\[[^#]*\]/.exec(line) ?? [];
    const [, key] = /^\s*([\w.-]+)\s*=/.exec(line) ?? [];
    if (header !== undefined) {
      const name = header.trim();
      const count = (counts.get(name) ?? 0) + 1;
      counts.set(name, count);
      table = name.startsWith("[[") ? `${name} ${count}` : name;
      pieces.push({ text: line, header: table });
    } else if (key === undefined) pieces.push({ text: line });
    else {
      const end = endOfValue(lines, index);
      pieces.push({ text: lines.slice(index, end).join("\n"), place: `${table}\n${key}` });
      index = end - 1;
    }
  }
  return pieces;
}

/** The index after the last line of a value, which may go over several. A value that does not end is one line. */
function endOfValue(lines: readonly string[], start: number): number {
  for (let end = start + 1; end <= lines.length; end += 1) if (isToml(lines.slice(start, end).join("\n"))) return end;
  return start + 1;
}

function isToml(text: string): boolean {
  try {
    parse(text);
    return true;
  } catch {
    return false;
  }
}
