/**
 * A block of WordPress's block editor. `name` has its namespace, such as `core/image`. `isVoid`: it is a comment alone,
 * so WordPress makes its content when it shows the post. Texts between blocks are HTML.
 */
export type Block = {
  readonly name: string;
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly isVoid: boolean;
  readonly children: (Block | string)[];
};

const DELIMITER = /^<!--\s+(\/?)wp:([a-z][a-z0-9_-]*\/)?([a-z][a-z0-9_-]*)\s+(?:(\{[\s\S]*\})\s+)?(\/?)-->$/;

export function hasBlocks(html: string): boolean {
  return html.includes("<!-- wp:");
}

/** How deep blocks are read. What is deeper belongs to the block at this depth. People nest about eight. */
const MAX_DEPTH = 32;

/**
 * Reads the blocks of a post. A closing comment closes the innermost open block of its name, and one that closes
 * nothing is ignored; a block that is not closed ends with the post. It takes linear time.
 */
export function readBlocks(html: string): readonly (Block | string)[] {
  const top: (Block | string)[] = [];
  const open: Block[] = [];
  const counts = new Map<string, number>();
  const add = (child: Block | string): void => {
    if (child !== "") (open.at(-1)?.children ?? top).push(child);
  };
  let textStart = 0;
  for (let start = html.indexOf("<!--"); start !== -1; ) {
    const close = html.indexOf("-->", start);
    if (close === -1) break;
    const end = close + 3;
    const delimiter = DELIMITER.exec(html.slice(start, end));
    if (delimiter) {
      const [, slash, space = "core/", local = "", json, isVoid] = delimiter;
      const name = space + local;
      add(html.slice(textStart, start));
      textStart = end;
      if (slash !== "") closeBlock(name, open, counts);
      else {
        const block: Block = { name, attributes: attributesIn(json), isVoid: isVoid !== "", children: [] };
        add(block);
        if (!block.isVoid && open.length < MAX_DEPTH) {
          open.push(block);
          counts.set(name, (counts.get(name) ?? 0) + 1);
        }
      }
    }
    start = html.indexOf("<!--", end);
  }
  add(html.slice(textStart));
  return top;
}

function closeBlock(name: string, open: Block[], counts: Map<string, number>): void {
  if ((counts.get(name) ?? 0) === 0) return;
  for (let last = open.pop(); last; last = open.pop()) {
    counts.set(last.name, (counts.get(last.name) ?? 1) - 1);
    if (last.name === name) return;
  }
}

function attributesIn(json: string | undefined): Readonly<Record<string, unknown>> {
  if (json === undefined) return {};
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === "object" && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}

/** The text of an attribute. Returns undefined if it is empty or of another type. */
export function textAttribute({ attributes }: Block, name: string): string | undefined {
  const value = attributes[name];
  const text = typeof value === "number" ? String(value) : value;
  return typeof text === "string" && text.trim() !== "" ? text.trim() : undefined;
}
