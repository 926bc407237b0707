import { SITEMAP_PLACES } from "../../../model/catalogue.ts";
import type { Publication } from "../../../model/publication.ts";
import { EVERYTHING, scopeKey } from "../../../model/scope.ts";
import { instantOf } from "../../../model/timestamp.ts";
import type { Division } from "../../history.ts";
import { noticeEnd } from "../../withdrawal.ts";
import { BLOCK_PLACES, type ContentHead, type FeedFile } from "../data-files.ts";
import {
  CATALOGUE_FILE,
  divisionPath,
  expiringPath,
  feedPath,
  listPath,
  monthPath,
  pageFilePath,
  wordsPath,
} from "../file-names.ts";
import { type Content, type ContentItem, itemsOf } from "./content.ts";
import { historiesOf, type ItemPosition, type NamedHistory } from "./feed-places.ts";
import { digestOf, digestOfInputs } from "./input-digests.ts";
import { lastInstantOf, stateAt } from "./item-changes.ts";
import { describeFeed, placesOf } from "./write-feed.ts";
import { catalogueEntries, listedItems, monthsOf, wordsOf } from "./write-lists.ts";
import { bucketsFor, mediaUses, pathSignposts, slugSignposts, spread } from "./write-lookups.ts";
import { headPages, pageSignposts } from "./write-pages.ts";

/**
 * A file for Static Assets. `text` reads the articles that it needs. `inputs` makes a digest of all that the text is made
 * from: as long as it and this code are the same, the text is.
 */
export type DataFile = { readonly path: string; readonly inputs: () => string; readonly text: () => string };

/** The version is known once all files are written. */
export type WrittenContent = { readonly head: Omit<ContentHead, "version">; readonly files: Iterable<DataFile> };

/**
 * Lays out content as it is at `now` (milliseconds since the epoch). The same content gives the same files until the
 * clock changes something. The files are described one by one, so that not all of them are in memory.
 */
export function layOut(content: Content, division: Division, now: number): WrittenContent {
  const { mode, publication, ledger, media, pages, head: headOf, read } = content;
  const items = itemsOf(content);
  const histories = historiesOf(items, publication, division);
  const everything = histories.get(scopeKey(EVERYTHING));
  if (!everything) throw new Error("the feed of everything is always there");
  const asOf = lastInstant([...histories.values()], items, publication, now);
  const { positions } = everything.history;
  const divisions = divisionsOf(everything);
  const divisionOf = (id: string) => divisions.get(id) ?? 0;
  const buckets = bucketsFor(items.length);
  const whole = describeFeed(everything, content, asOf);
  const months = monthsOf(positions);
  const modified = Math.max(instantOf(ledger.publication.modified), instantOf(ledger.renderer.modified));

  const openOf = ({ history }: NamedHistory, archives: number) => placesOf(slice(history, archives + 1), read);
  const head: WrittenContent["head"] = {
    mode,
    publication,
    division,
    asOf,
    modified,
    pagesModified: Math.max(modified, ledger.pages ? instantOf(ledger.pages.modified) : 0),
    linksModified: ledger.navigation ? instantOf(ledger.navigation.modified) : 0,
    pages: headPages(pages, ledger),
    media: media.filter(({ ofPublication }) => ofPublication).map(({ path, file }) => ({ path, file })),
    everything: { ...whole.feed, open: openOf(everything, whole.feed.archives) },
    newest: whole.feed.archives === 0 ? [] : placesOf(slice(everything.history, whole.feed.archives), read),
    sitemap: sitemapChanges(positions, asOf),
    blocks: chunks(positions, BLOCK_PLACES).map(([first]) => (first ? divisionOf(first.id) : 0)),
    months: [...months.keys()].toSorted(),
    buckets,
  };

  const listOf = (path: string, each: readonly ItemPosition[]) =>
    json(
      path,
      () => digestOfInputs(each),
      () => listedItems(each, headOf),
    );

  function* files(): Generator<DataFile> {
    const others: Omit<FeedFile, "open">[] = [];
    for (const named of histories.values()) {
      const { feed, expiring } = named === everything ? whole : describeFeed(named, content, asOf);
      if (named !== everything) {
        others.push(feed);
        const digest = () => digestOfInputs(slice(named.history, feed.archives + 1), JSON.stringify(feed));
        yield json(feedPath(feed.key), digest, () => ({ ...feed, open: openOf(named, feed.archives) }));
      }
      // The open division is in the file of the feed.
      for (let number = 1; number <= feed.divisions; number += 1) {
        if (number === feed.archives + 1) continue;
        const places = () => slice(named.history, number);
        const digest = () => digestOfInputs(places());
        yield json(divisionPath(feed.key, number), digest, () => placesOf(places(), read));
      }
      for (const [number, chunk] of expiring.entries()) yield small(expiringPath(feed.key, number), chunk);
    }
    yield small(CATALOGUE_FILE, catalogueEntries(others));
    for (const [block, each] of chunks(positions, BLOCK_PLACES).entries()) {
      const digest = () => digestOfInputs(each, each.map(({ id }) => divisionOf(id)).join());
      yield { path: wordsPath(block), inputs: digest, text: () => wordsOf(each, divisionOf, headOf) };
      yield listOf(listPath(block), each);
    }
    for (const [month, each] of months) yield listOf(monthPath(month), each);
    for (const page of pages) yield small(pageFilePath(page.slug), page);
    const byId = new Map(items.map((item) => [item.id, item]));
    const lookups = [
      ...spread("slugs", slugSignposts(items, divisionOf), buckets),
      ...spread("paths", new Map([...pathSignposts(items), ...pageSignposts(pages)]), buckets),
      ...spread("media", mediaUses(media, byId), buckets),
    ];
    for (const [path, bucket] of lookups) yield smallFrom(path, bucket);
  }
  return { head, files: { [Symbol.iterator]: files } };
}

/**
 * The last instant, not after `now`, at which the clock changed anything. Until the next one, the state is the same.
 */
function lastInstant(
  histories: readonly NamedHistory[],
  items: readonly ContentItem[],
  publication: Publication,
  now: number,
): number {
  let last = 0;
  const pass = (instant: number) => {
    if (instant > last && instant <= now) last = instant;
  };
  // A history is in the order of entering.
  for (const { history } of histories) pass(history.positions[history.lengthAt(now) - 1]?.entered ?? 0);
  for (const item of items) {
    pass(lastInstantOf(item, now));
    pass(noticeEnd(item, publication) ?? 0);
  }
  return last;
}

function json(path: string, inputs: () => string, value: () => unknown): DataFile {
  return { path, inputs, text: () => JSON.stringify(value()) };
}

/** A file whose text costs no more than a digest of what it is made from. */
function small(path: string, value: unknown): DataFile {
  return smallFrom(path, () => value);
}

function smallFrom(path: string, value: () => unknown): DataFile {
  const text = () => JSON.stringify(value());
  return { path, inputs: () => digestOf(text()), text };
}

function slice(history: NamedHistory["history"], number: number): readonly ItemPosition[] {
  if (number > history.divisions) return [];
  const { from, to } = history.divisionSpan(number);
  return history.positions.slice(from, to);
}

/** The division of every item in the feed of all articles. */
function divisionsOf({ history }: NamedHistory): ReadonlyMap<string, number> {
  const divisions = new Map<string, number>();
  for (let number = 1; number <= history.divisions; number += 1)
    for (const { id } of slice(history, number)) divisions.set(id, number);
  return divisions;
}

/** For each part of the sitemap: when an article in it last changed by `asOf`; 0 if nothing had entered it. */
function sitemapChanges(positions: readonly ItemPosition[], asOf: number): number[] {
  return chunks(positions, SITEMAP_PLACES).map((part) =>
    part
      .filter(({ entered }) => entered <= asOf)
      .map(({ item, entered }) => Math.max(entered, stateAt(item, asOf).changed))
      .reduce((a, b) => Math.max(a, b), 0),
  );
}

function chunks<Value>(values: readonly Value[], size: number): (readonly Value[])[] {
  return Array.from({ length: Math.ceil(values.length / size) }, (_, index) =>
    values.slice(index * size, (index + 1) * size),
  );
}
