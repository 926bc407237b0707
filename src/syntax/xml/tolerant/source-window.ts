/**
 * The part of a document that is in memory: from the token that is read next to the end of the last piece. It knows the
 * line and column of its start, and of later places in linear time as long as they are asked for in order.
 */
export class SourceWindow {
  text = "";
  /** The index in `text` of the next token. */
  at = 0;
  /** Whether the document ends with `text`. */
  isLast = false;
  #base = 0;
  #line = 1;
  #column = 1;
  /** The index in `text` that line and column belong to. */
  #seen = 0;
  /** The index of a line feed at or after `#seen`, if it is known: at least that of `#seen`. */
  #nextLine = -1;
  readonly #found = new Map<string, { readonly from: number; readonly at: number; readonly upTo: number }>();

  /** Adds a piece, and forgets what was read but for some words that a message may quote. */
  add(piece: string): void {
    this.#moveTo(this.at);
    const forgotten = Math.max(0, this.at - QUOTED);
    this.#base += forgotten;
    this.text = this.text.slice(forgotten) + piece;
    this.#seen -= forgotten;
    this.#nextLine = Number.isFinite(this.#nextLine) ? this.#nextLine - forgotten : -1;
    this.at -= forgotten;
  }

  /** Characters that wait to be read. */
  get waiting(): number {
    return this.text.length - this.at;
  }

  /** Characters from the beginning of the document to an index. */
  offsetOf(index: number): number {
    return this.#base + index;
  }

  indexOf(offset: number): number {
    return offset - this.#base;
  }

  /** The line and the column of an index, from 1. */
  placeOf(index: number): { readonly line: number; readonly column: number } {
    if (index >= this.#seen) {
      this.#moveTo(index);
      return { line: this.#line, column: this.#column };
    }
    // Rare: a fault before one that is known already, in the same token.
    return this.#before(index);
  }

  /**
   * The index of the first `needle` at or after `from`; -1 if there is none in memory. A search that fails is not
   * repeated over the same text, so that faults cannot make it take the square of the length.
   */
  find(needle: string, from: number): number {
    const known = this.#found.get(needle);
    const offset = this.offsetOf(from);
    let start = from;
    if (known && known.from <= offset) {
      if (known.at >= offset) return this.indexOf(known.at);
      if (known.at === -1) start = Math.max(from, this.indexOf(known.upTo) - needle.length + 1);
    }
    const at = this.text.indexOf(needle, start);
    if (this.#found.size > MAX_NEEDLES) this.#found.clear();
    this.#found.set(needle, {
      from: offset,
      at: at === -1 ? -1 : this.offsetOf(at),
      upTo: this.offsetOf(this.text.length),
    });
    return at;
  }

  #moveTo(index: number): void {
    let from = this.#seen;
    for (let end = this.#lineEnd(from); end < index; end = this.#lineEnd(from)) {
      this.#line += 1;
      this.#column = 1;
      from = end + 1;
    }
    this.#column += charactersIn(this.text.slice(from, index));
    this.#seen = index;
  }

  /** The index of the next line feed. It is remembered: a document may be one line. */
  #lineEnd(from: number): number {
    if (this.#nextLine < from) {
      const end = this.text.indexOf("\n", from);
      this.#nextLine = end === -1 ? Number.POSITIVE_INFINITY : end;
    }
    return this.#nextLine;
  }

  #before(index: number): { readonly line: number; readonly column: number } {
    const between = this.text.slice(index, this.#seen);
    const lines = between.split("\n").length - 1;
    if (lines === 0) return { line: this.#line, column: this.#column - charactersIn(between) };
    const lineStart = this.text.lastIndexOf("\n", index - 1) + 1;
    return { line: this.#line - lines, column: charactersIn(this.text.slice(lineStart, index)) + 1 };
  }
}

const MAX_NEEDLES = 300;
/** Characters before the next token that are kept. */
const QUOTED = 40;

/** A character outside the basic plane is one column. */
function charactersIn(text: string): number {
  return text.length - (text.match(/[\uD800-\uDBFF]/g)?.length ?? 0);
}
