import { readFileSync } from "node:fs";
import { feedsByUse } from "../../doctor/facts/feed-links.ts";
import { pageFacts } from "../../doctor/facts/page-facts.ts";
import { beginsAsFeed, wellKnownFeeds } from "../../doctor/facts/well-known-feeds.ts";
import { DocumentDecoder } from "../../syntax/encoding/document-decoder.ts";
import { err, ok, type Result } from "../../syntax/result.ts";
import { type DocumentFault, type DocumentFile, startOf } from "./document-file.ts";
import { documentKind } from "./document-kind.ts";

/** Named feeds that are tried. A page that names more is a list of feeds. */
const MAX_TRIED = 4;

export type FetchPage = (address: string) => Promise<Result<DocumentFile, DocumentFault>>;

/**
 * The feed of a page: one that the page names, one that the home page of its site names, or one at a usual address. The
 * fault says what was tried, and what each address answered.
 *
 * @param page the page as it was fetched
 */
export async function feedOfPage(page: DocumentFile, fetch: FetchPage): Promise<Result<DocumentFile, DocumentFault>> {
  const address = page.address ?? page.name;
  const tried = new Map<string, string>();
  const first = factsOf(page, address);
  const named = await firstFeed(first.feeds, fetch, tried);
  if (named) return ok(named);
  if (first.home !== undefined && first.home !== address) {
    const home = await fetch(first.home);
    const found =
      home.ok && (await firstFeed(factsOf(home.value, home.value.address ?? first.home).feeds, fetch, tried));
    if (found) return ok(found);
  }
  const guessed = await firstFeed(wellKnownFeeds(address), fetch, tried);
  if (guessed) return ok(guessed);
  const reasons = [...Map.groupBy(tried, ([, why]) => why)];
  const answers = reasons.map(([why, all]) => `${all.map(([each]) => shortened(each, address)).join(", ")}: ${why}`);
  const what = first.feeds.length > 0 ? "a page whose feeds cannot be read" : "a page that names no feed";
  return err({ message: `${what} (tried ${answers.join("; ")}); give the feed's own address` });
}

function factsOf(page: DocumentFile, address: string) {
  const kind = documentKind(page);
  const bytes = readFileSync(page.path);
  const text = kind.ok ? new DocumentDecoder(kind.value.encoding).decode(bytes).text : bytes.toString();
  const { feedLinks, home } = pageFacts(text, address);
  const feeds = feedsByUse(feedLinks, address).map(({ href }) => href);
  return { feeds: [...new Set(feeds)].filter((href) => /^https?:/i.test(href)).slice(0, MAX_TRIED), home };
}

/** The first of the addresses that answers with a feed. */
async function firstFeed(
  addresses: readonly string[],
  fetch: FetchPage,
  tried: Map<string, string>,
): Promise<DocumentFile | undefined> {
  for (const address of addresses) {
    if (tried.has(address)) continue;
    const fetched = await fetch(address);
    if (fetched.ok && beginsAsFeed(textOf(fetched.value))) return fetched.value;
    tried.set(address, fetched.ok ? "is no feed" : fetched.error.message);
  }
  return undefined;
}

/** The beginning of a document without the zeros of UTF-16. */
function textOf(document: DocumentFile): string {
  return new TextDecoder("latin1").decode(startOf(document).filter((byte) => byte !== 0));
}

function shortened(address: string, page: string): string {
  const origin = URL.parse(page)?.origin ?? "";
  return address.startsWith(`${origin}/`) ? address.slice(origin.length) : address;
}
