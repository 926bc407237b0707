/**
 * Finds texts on which a regular expression takes more than linear time, by pumping each of its repetitions and taking
 * the time.
 */

type Node =
  | { readonly kind: "atom"; readonly source: string }
  | { readonly kind: "sequence"; readonly nodes: readonly Node[] }
  | { readonly kind: "choice"; readonly options: readonly Node[] }
  | { readonly kind: "repeat"; readonly body: Node; readonly min: number; readonly max: number }
  /** Looks ahead or behind and takes nothing. */
  | { readonly kind: "look"; readonly body: Node };

const NOTHING: Node = { kind: "sequence", nodes: [] };
/** One or two of each kind of character that patterns tell apart. */
const ALPHABET = [..."a0A \t\n-.,:;()[]{}<>\"'/=&?#@%\\*!|_\0éЖ漢“–…·,"];
const ESCAPE = /\\(?:[pP]\{[^}]*\}|u\{[^}]*\}|u[\da-fA-F]{4}|x[\da-fA-F]{2}|c[A-Za-z]|k<[^>]*>|\d+|.)/suy;
const QUANTIFIER = /([*+?]|\{(\d+)(,(\d*))?\})\??/y;
const GROUP = /\((?:\?(?:<?([=!])|:|<[^>=!][^>]*>))?/y;

function parse(source: string, hasSets: boolean): Node {
  let at = 0;
  const take = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    const found = pattern.exec(source);
    if (found) at += found[0].length;
    return found;
  };
  const choice = (): Node => {
    const options = [sequence()];
    while (source[at] === "|") {
      at += 1;
      options.push(sequence());
    }
    return options.length === 1 && options[0] ? options[0] : { kind: "choice", options };
  };
  const sequence = (): Node => {
    const nodes: Node[] = [];
    while (at < source.length && source[at] !== "|" && source[at] !== ")") nodes.push(repeated(atom()));
    return { kind: "sequence", nodes };
  };
  const atom = (): Node => {
    const sign = source[at] ?? "";
    if (sign === "(") {
      const look = take(GROUP)?.[1];
      const body = choice();
      at += 1;
      return look === undefined ? body : { kind: "look", body };
    }
    if (sign === "[") return { kind: "atom", source: characterClass() };
    if (sign === "\\") {
      const escaped = take(ESCAPE)?.[0] ?? "";
      return /^\\(?:[bBk]|[1-9])/.test(escaped) ? NOTHING : { kind: "atom", source: escaped };
    }
    at += 1;
    return sign === "^" || sign === "$" ? NOTHING : { kind: "atom", source: sign };
  };
  const characterClass = (): string => {
    const start = at;
    let depth = 0;
    do {
      const sign = source[at];
      if (sign === "\\") at += 1;
      else if (sign === "[" && (hasSets || depth === 0)) depth += 1;
      else if (sign === "]") depth -= 1;
      at += 1;
    } while (depth > 0 && at < source.length);
    return source.slice(start, at);
  };
  const repeated = (body: Node): Node => {
    const found = take(QUANTIFIER);
    if (!found) return body;
    const [, sign, least, hasMost, most] = found;
    const min = least === undefined ? (sign === "+" ? 1 : 0) : Number(least);
    const upTo = hasMost === undefined ? min : most ? Number(most) : Number.POSITIVE_INFINITY;
    return { kind: "repeat", body, min, max: least === undefined ? (sign === "?" ? 1 : Infinity) : upTo };
  };
  return choice();
}

/** A few texts that the node matches, and at least one. */
function samples(node: Node, matching: (source: string) => readonly string[], most = 6): readonly string[] {
  switch (node.kind) {
    case "atom":
      return matching(node.source).slice(0, most);
    case "look":
      return [""];
    case "choice":
      return node.options.flatMap((option) => samples(option, matching, 2)).slice(0, most);
    case "repeat":
      return node.min === 0 && node.max === 0
        ? [""]
        : samples(node.body, matching, most).map((text) => text.repeat(Math.max(1, node.min)));
    case "sequence": {
      const each = node.nodes.map((child) => samples(child, matching, 4));
      const longest = Math.max(1, ...each.map((list) => list.length));
      return Array.from({ length: Math.min(longest, most) }, (_, index) =>
        each.map((list) => list[index % list.length] ?? "").join(""),
      );
    }
  }
}

type Pump = { readonly prefix: string; readonly unit: string };

function pumpsIn(node: Node, prefix: string, matching: (source: string) => readonly string[]): readonly Pump[] {
  switch (node.kind) {
    case "atom":
      return [];
    case "look":
      return pumpsIn(node.body, prefix, matching);
    case "choice":
      return node.options.flatMap((option) => pumpsIn(option, prefix, matching));
    case "repeat": {
      const inner = pumpsIn(node.body, prefix, matching);
      if (node.max < 20) return inner;
      const units = samples(node.body, matching, 8).filter((unit) => unit !== "");
      return [
        ...inner,
        ...units.flatMap((unit) => [
          { prefix, unit },
          { prefix: "", unit: prefix + unit },
        ]),
      ];
    }
    case "sequence": {
      let before = prefix;
      return node.nodes.flatMap((child) => {
        const found = pumpsIn(child, before, matching);
        before += samples(child, matching)[0] ?? "";
        return found;
      });
    }
  }
}

/** Milliseconds, the shortest of three runs. */
function timeOf(pattern: RegExp, text: string, enough: number): number {
  let shortest = Number.POSITIVE_INFINITY;
  for (let run = 0; run < 3 && shortest > enough; run += 1) {
    const start = performance.now();
    pattern.lastIndex = 0;
    if (pattern.sticky) pattern.test(text);
    else text.replace(pattern, "");
    shortest = Math.min(shortest, performance.now() - start);
  }
  return shortest;
}

/** Repetitions that show an exponential pattern before it takes minutes. */
const FEW = [8, 11, 14, 17, 20, 23];
const SUSPECT_MS = 4;
/** Characters that show a cubic pattern before it takes minutes. */
const MIDDLE = [200, 700];
/** Characters: a quadratic pattern takes a millisecond or more for the first, and 40 times as long for the second. */
const SHORT = 3_000;
const SHORT_MS = 1;
const LONG = 20_000;
const SLOW_MS = 40;

/**
 * Returns a text that `pattern` needs too long for, or undefined if none was found.
 *
 * @param longest the number of characters to which the caller of the pattern limits its text
 */
export function slowInput(pattern: RegExp, longest = LONG): string | undefined {
  const { source, flags } = pattern;
  const plainFlags = flags.replace(/[gy]/g, "");
  const literals = [...new Set(source.replace(/\\[a-zA-Z]/g, ""))].filter((sign) => !/[\^$*+?(){}|[\]\\]/.test(sign));
  const alphabet = [...new Set([...literals.filter((sign) => /\W/.test(sign)), ...ALPHABET, ...literals])];
  const known = new Map<string, readonly string[]>();
  const matching = (atom: string): readonly string[] => {
    const found = known.get(atom) ?? alphabet.filter((sign) => new RegExp(`^(?:${atom})$`, plainFlags).test(sign));
    known.set(atom, found.length > 0 ? found : ["a"]);
    return found.length > 0 ? found : ["a"];
  };
  const tree = parse(source, flags.includes("v"));
  const pumps = pumpsIn(tree, "", matching);
  const marks = literals.filter((sign) => /[^\w\s]/.test(sign)).slice(0, 6);
  const ends = ["", "\0", "\n\0", "a", ...marks, ...samples(tree, matching, 2).map((text) => `${text}\0`)];
  for (const { prefix, unit } of pumps)
    for (const end of ends) {
      const text = (count: number) => (prefix + unit.repeat(count)).slice(0, longest) + end;
      const exponential = FEW.find((count) => timeOf(pattern, text(count), SUSPECT_MS) > SUSPECT_MS);
      if (exponential !== undefined) return text(exponential);
      const cubic = MIDDLE.find((length) => timeOf(pattern, text(length / unit.length), SLOW_MS) > SLOW_MS);
      if (cubic !== undefined) return text(cubic / unit.length);
      if (timeOf(pattern, text(SHORT / unit.length), SHORT_MS) < SHORT_MS) continue;
      const long = text(LONG / unit.length);
      if (timeOf(pattern, long, SLOW_MS) > SLOW_MS) return long;
    }
  return undefined;
}
