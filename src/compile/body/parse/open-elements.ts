/** Far more than pages made of boxes have, and few enough that looking through all open elements stays cheap. */
const MAX_OPEN_ELEMENTS = 256;
/**
 * Formatting that is left open is opened again in each block that follows, so it multiplies a text. The sum over all
 * tags of what is open at each: a constant, and so many for a tag.
 */
const MAX_REOPENED = 50_000;
const MAX_REOPENED_A_TAG = 10;

/** Elements without an end tag, or whose end tag may be left out. */
const SELF_ENDING: ReadonlySet<string> = new Set(
  "area base br col embed hr img input link meta param source track wbr p li dt dd tr td th thead tbody tfoot colgroup option optgroup rt rp".split(
    " ",
  ),
);

/** Formatting elements of HTML section 13.2.4.3. */
const FORMATTING: ReadonlySet<string> = new Set("a b big code em font i nobr s small strike strong tt u".split(" "));

/** Follows the tags of a body and knows when an HTML parser would need too long or too much memory for it. */
export class OpenElements {
  readonly #open: string[] = [];
  #formatting = 0;
  #reopened = 0;
  #tags = 0;

  /** Returns whether too many elements are open now. */
  start(tag: string): boolean {
    const name = tag.toLowerCase();
    this.#tags += 1;
    this.#reopened += this.#formatting;
    if (!SELF_ENDING.has(name)) {
      this.#open.push(name);
      if (FORMATTING.has(name)) this.#formatting += 1;
    }
    return this.#open.length > MAX_OPEN_ELEMENTS || this.#reopened > MAX_REOPENED + MAX_REOPENED_A_TAG * this.#tags;
  }

  /** An end tag closes what is open inside of its element too, but not formatting, which goes on behind it. */
  end(tag: string): void {
    const name = tag.toLowerCase();
    const index = this.#open.lastIndexOf(name);
    if (index === -1) return;
    if (FORMATTING.has(name)) {
      this.#open.splice(index, 1);
      this.#formatting -= 1;
    } else this.#open.push(...this.#open.splice(index).filter((each) => FORMATTING.has(each)));
  }

  /** Reads all tags of a piece of HTML. Returns the offset of the tag that opens too much, or undefined. */
  read(html: string): number | undefined {
    for (const { 1: slash, 2: name = "", index } of html.matchAll(/<(\/?)([a-z][a-z0-9-]*)/gi)) {
      if (slash) this.end(name);
      else if (this.start(name)) return index;
    }
    return undefined;
  }
}
