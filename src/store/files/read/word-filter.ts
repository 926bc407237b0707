import { scopeKey } from "../../../model/scope.ts";
import { matcherOfWords } from "../../../model/search-tokens.ts";
import type { Selection } from "../../../model/selection.ts";
import { wordsPath } from "../file-names.ts";
import type { ContentReader } from "./content-reader.ts";

/** What filters look at: the keys of an article's feeds, each between spaces, and its search line. */
type Findable = { readonly keys: string; readonly line: string };

/** The lines of a block, by the number of the division that their positions belong to. */
type Block = ReadonlyMap<number, readonly Findable[]>;

/** Finds which positions of a division of the history of everything have an article that a selection matches. */
export class WordFilter {
  readonly #reader: ContentReader;
  readonly #matches: (findable: Findable) => boolean;
  readonly #read = new Set<number>();

  constructor(reader: ContentReader, { scope, tags, words }: Selection) {
    this.#reader = reader;
    const wanted = [
      ...(scope.kind === "everything" ? [] : [scopeKey(scope)]),
      ...tags.map((slug) => scopeKey({ kind: "tag", slug })),
    ].map((key) => ` ${key} `);
    const hasWords = words === undefined ? () => true : matcherOfWords(words);
    this.#matches = ({ keys, line }) => wanted.every((key) => keys.includes(key)) && hasWords(line);
  }

  /**
   * The indices of the matching positions in a division, and how many files were read that this filter had not read
   * before.
   */
  async ofDivision(number: number): Promise<{ readonly matches: ReadonlySet<number>; readonly read: number }> {
    const { blocks } = this.#reader.head;
    const lines: Findable[] = [];
    let read = 0;
    for (
      let block = firstBlockOf(number, blocks);
      block < blocks.length && (blocks[block] ?? 0) <= number;
      block += 1
    ) {
      if (!this.#read.has(block)) read += 1;
      this.#read.add(block);
      const found = await this.#reader.files.parsed(wordsPath(block), parseBlock);
      lines.push(...(found?.get(number) ?? []));
    }
    return { matches: new Set(lines.flatMap((line, index) => (this.#matches(line) ? [index] : []))), read };
  }
}

/** The first block with a position of the division: the last one that begins with an earlier division, or the first. */
function firstBlockOf(division: number, blocks: readonly number[]): number {
  let [low, high] = [0, blocks.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((blocks[middle] ?? Number.POSITIVE_INFINITY) < division) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, low - 1);
}

function parseBlock(text: string): Block {
  const block = new Map<number, Findable[]>();
  for (const each of text.split("\n")) {
    const [division = "", keys = "", line = ""] = each.split("\t");
    const number = Number.parseInt(division, 10);
    const known = block.get(number);
    if (known) known.push({ keys, line });
    else block.set(number, [{ keys, line }]);
  }
  return block;
}
