import type { Article } from "../../../model/article.ts";
import type { Publication } from "../../../model/publication.ts";

/** How many articles the front page shows at most, how many its strip and its grid have, and how many a block. */
const MAX_SHOWN = 25;
const STRIP = 6;
const GRID = 6;
const BLOCK = 4;
/** A front page with fewer articles than this has no strip: the grid would be empty beside it. */
const MIN_FOR_STRIP = 6;
/** The lead is the newest article, or the newest with a picture among this many. */
const LEAD_CHOICE = 4;

export type Block = { readonly section: string; readonly articles: readonly Article[] };

/** What stands where on the front page. Each article is in one place; `others` are those that it does not show. */
export type Front = {
  readonly lead: Article | undefined;
  readonly strip: readonly Article[];
  readonly grid: readonly Article[];
  readonly blocks: readonly Block[];
  readonly others: readonly Article[];
};

/**
 * Arranges articles, newest first, on the front page: a lead, a strip of the most recent, a grid, and a block for each
 * section of the publication that has articles left. Without sections the grid takes all.
 */
export function arrangeFront(articles: readonly Article[], { sections }: Pick<Publication, "sections">): Front {
  const lead = articles.slice(0, LEAD_CHOICE).find(({ image }) => image?.file) ?? articles[0];
  const left = articles.filter((article) => article !== lead);
  const strip = left.splice(0, left.length >= MIN_FOR_STRIP ? STRIP : 0);
  const hasBlocks = sections.some(({ slug }) => left.slice(GRID).some(({ section }) => section === slug));
  const grid = picturesFirst(left.splice(0, hasBlocks ? GRID : MAX_SHOWN - 1 - strip.length));
  const shown = 1 + strip.length + grid.length;
  const size = Math.max(1, Math.min(BLOCK, Math.floor((MAX_SHOWN - shown) / Math.max(1, sections.length))));
  const blocks: Block[] = [];
  let room = MAX_SHOWN - shown;
  for (const { slug } of sections) {
    const ofSection = left.filter(({ section }) => section === slug).slice(0, Math.min(size, room));
    if (ofSection.length === 0) continue;
    blocks.push({ section: slug, articles: ofSection });
    room -= ofSection.length;
  }
  const placed = new Set([lead, ...strip, ...grid, ...blocks.flatMap((block) => block.articles)]);
  return { lead, strip, grid, blocks, others: articles.filter((article) => !placed.has(article)) };
}

/** Those with a picture, then the others, so that each row of the grid is of one kind. */
function picturesFirst(articles: readonly Article[]): Article[] {
  const hasPicture = ({ image }: Article) => image?.file !== undefined;
  return [...articles.filter(hasPicture), ...articles.filter((article) => !hasPicture(article))];
}
