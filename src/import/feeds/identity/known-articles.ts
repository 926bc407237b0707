/** What tells articles apart that have one guid: old addresses as `identityOf` gives them, title and time. */
export type ArticleFacts = {
  readonly addresses: readonly string[];
  readonly title: string;
  readonly published: string;
};

/** The document that had a fact last, and whether another one had it before. */
type Seen = { last: string; isInOthers: boolean };

/**
 * Answers whether an entry is one of the articles with the same guid, in the time of a few look-ups for any number of
 * them. A post keeps its guid when its address or its title changes, so that difference alone decides only within one
 * document, which does not have one post twice.
 */
export class KnownArticles {
  readonly #isByGuid: boolean;
  readonly #seen = new Map<string, Seen>();

  /** @param isByGuid false if the articles have no guid, and only their address in common */
  constructor(isByGuid: boolean) {
    this.#isByGuid = isByGuid;
  }

  /** Adds an article of a document. Documents come one after the other. */
  add(article: ArticleFacts, document: string): void {
    const { addresses, title, published } = article;
    const isBare = addresses.length === 0;
    for (const key of [
      ...this.#addressKeys(article),
      isBare ? "bare" : "addressed",
      wordsKey(article, isBare),
      ...(isBare ? [`title ${title}`, `time ${published}`] : []),
    ]) {
      const seen = this.#seen.get(key);
      if (!seen) this.#seen.set(key, { last: document, isInOthers: false });
      else if (seen.last !== document) this.#seen.set(key, { last: document, isInOthers: true });
    }
  }

  has(entry: ArticleFacts, document: string): boolean {
    const { addresses, title, published } = entry;
    const here = (key: string) => this.#seen.get(key)?.last === document;
    const elsewhere = (key: string) => {
      const seen = this.#seen.get(key);
      return seen !== undefined && (seen.isInOthers || seen.last !== document);
    };
    if (this.#addressKeys(entry).some((key) => this.#seen.has(key))) return true;
    if (addresses.length > 0)
      return here(wordsKey(entry, true)) || elsewhere(wordsKey(entry, false)) || elsewhere("bare");
    const isHere = here(wordsKey(entry, true)) || here(wordsKey(entry, false));
    return isHere || elsewhere("addressed") || elsewhere(`title ${title}`) || elsewhere(`time ${published}`);
  }

  /** Without a guid, an address alone is not enough: several entries may link to one page. */
  #addressKeys({ addresses, title, published }: ArticleFacts): readonly string[] {
    if (this.#isByGuid) return addresses.map((address) => `at ${address}`);
    return addresses.flatMap((address) => [`at ${address} title ${title}`, `at ${address} time ${published}`]);
  }
}

function wordsKey({ title, published }: ArticleFacts, isBare: boolean): string {
  return `${isBare ? "bare" : "addressed"} ${published} ${title}`;
}
