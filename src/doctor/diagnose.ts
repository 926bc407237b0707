import { err } from "../syntax/result.ts";
import { announcedFeeds, homePageOf } from "./checks/discovery.ts";
import { feedLinksIn } from "./facts/feed-links.ts";
import type { Link } from "./facts/links.ts";
import { readAnswer } from "./facts/read-document.ts";
import { wellKnownFeeds } from "./facts/well-known-feeds.ts";
import type { FetchSettings } from "./net/fetch-settings.ts";
import { describeFault, type Failure, type Fetched } from "./net/fetched.ts";
import { createFetcher, type Fetcher } from "./net/fetcher.ts";
import { isPrivateHost } from "./net/public-address.ts";
import { probeFeeds } from "./probe-feeds.ts";
import { type Report, reportOn } from "./report.ts";
import { answerOf, feedOf, type Visit } from "./visit.ts";

/** A large site may have a feed for each tag. Further feeds are named in the report, but not checked. */
const MAX_FEEDS = 6;

type Found = { readonly visits: readonly Visit[]; readonly leftOut: readonly string[] };

/** How far a run goes. */
export type Approach = {
  /** The address to ask if the first cannot be reached, since the person typed no scheme. */
  readonly instead?: string | undefined;
  /** The OPML document that named the address. Only the feed itself is examined then, with few requests. */
  readonly list?: string | undefined;
  /** Whether the server is asked as common readers ask. */
  readonly asReaders: boolean;
};

/**
 * Checks an address as a strict reader would, and reports what is wrong. From a page it continues with the feeds that
 * the page links to. From a feed it continues with the other formats and the home page that the feed links to.
 *
 * @param now milliseconds since the epoch
 */
export async function diagnose(
  address: string,
  settings: FetchSettings,
  now: number,
  { instead, list, asReaders }: Approach = { asReaders: true },
): Promise<Report> {
  const fetcher = createFetcher(settings);
  const first = await visitFirst(address, instead, fetcher, now);
  const isOfList = list !== undefined;
  const found = isOfList ? { visits: [first], leftOut: [] } : await following(first, fetcher);
  const { visits, notSent } = await probeFeeds(found.visits, fetcher, { maxTier: isOfList ? 1 : 3, asReaders });
  const notChecked = [...found.leftOut.map((where) => ({ where, what: "all of it" })), ...notSent];
  const run = { source: "address", notChecked, requests: fetcher.spent(), ...(isOfList && { list }) } as const;
  return reportOn(first.address, visits, run);
}

/** What cannot be reached with https is asked for with http, if the person left the scheme open. */
async function visitFirst(address: string, instead: string | undefined, fetcher: Fetcher, now: number): Promise<Visit> {
  const first = await visitAddress(address, fetcher, { now });
  if (instead === undefined || first.plain.ok || !isOutOfReach(first.plain.error)) return first;
  const second = await visitAddress(instead, fetcher, { now });
  return { ...second, withoutTls: describeFault(first.plain.error.fault) };
}

/** A bad certificate is not out of reach: it is the fault to report. A port without TLS is. */
function isOutOfReach({ fault, hops }: Failure): boolean {
  if (hops.length > 0) return false;
  if (fault.kind === "certificate") return /EPROTO|ERR_SSL|ERR_TLS_HANDSHAKE/.test(fault.code);
  return fault.kind === "no-connection" || fault.kind === "timeout" || fault.kind === "broken-http";
}

async function following(first: Visit, fetcher: Fetcher): Promise<Found> {
  return announcedFeeds(first) ? await fromPage(first, fetcher) : await fromFeed(first, fetcher);
}

async function fromPage(page: Visit, fetcher: Fetcher): Promise<Found> {
  const { inPage, inHeader } = announcedFeeds(page) ?? { inPage: [], inHeader: [] };
  const links = [...inPage, ...inHeader];
  if (links.length === 0) return await fromUsualAddress(page, fetcher);
  const { visits, leftOut } = await visitFeeds(links, addressesOf(page), page.now, fetcher);
  return { visits: [page, ...visits], leftOut };
}

/** Continues with the first feed at a usual address: readers that guess addresses find it, too. */
async function fromUsualAddress(page: Visit, fetcher: Fetcher): Promise<Found> {
  const tried: string[] = [];
  for (const address of wellKnownFeeds(answerOf(page)?.url ?? page.address)) {
    const visit = await visitAddress(address, fetcher, { now: page.now });
    tried.push(address);
    if (feedOf(visit)) return { visits: [{ ...page, guessed: { tried, feed: address } }, visit], leftOut: [] };
  }
  return { visits: [{ ...page, guessed: { tried } }], leftOut: [] };
}

async function fromFeed(feed: Visit, fetcher: Fetcher): Promise<Found> {
  const links = feedOf(feed)?.links ?? [];
  const others = await visitFeeds(feedLinksIn(links), addressesOf(feed), feed.now, fetcher);
  const home = homePageOf(links);
  if (home === undefined || !URL.canParse(home) || addressesOf(feed).includes(home))
    return { ...others, visits: [feed, ...others.visits] };

  const page = await visitAddress(home, fetcher, { now: feed.now });
  const { inPage, inHeader } = announcedFeeds(page) ?? { inPage: [], inHeader: [] };
  const comments = page.reading.kind === "page" ? page.reading.page.commentLinks : [];
  const homePage = { address: home, feedLinks: [...inPage, ...inHeader, ...comments] };
  return { ...others, visits: [{ ...feed, ...(answerOf(page) && { homePage }) }, ...others.visits, page] };
}

async function visitFeeds(
  links: readonly Link[],
  known: readonly string[],
  now: number,
  fetcher: Fetcher,
): Promise<Found> {
  const byAddress = new Map(links.map((link) => [link.href, link]));
  for (const address of known) byAddress.delete(address);
  const announced = [...byAddress.values()].filter(({ href }) => URL.canParse(href));
  const visits: Visit[] = [];
  for (const link of announced.slice(0, MAX_FEEDS))
    visits.push(await visitAddress(link.href, fetcher, { now, announced: link }));
  return { visits, leftOut: announced.slice(MAX_FEEDS).map(({ href }) => href) };
}

/** The address that was requested, and the one that answered after redirects. */
function addressesOf(visit: Visit): readonly string[] {
  return [visit.address, ...(answerOf(visit) ? [answerOf(visit)?.url ?? ""] : [])];
}

/** An OPML document may name anything. */
async function fetchPlain(address: string, fetcher: Fetcher): Promise<Fetched> {
  if (URL.canParse(address)) return await fetcher.fetch({ method: "GET", url: address, headers: {} });
  return err({ hops: [], fault: { kind: "not-web", url: address, because: "it is not an address" } });
}

/** Sends the first, plain request to an address. */
async function visitAddress(
  address: string,
  fetcher: Fetcher,
  { now, announced }: { readonly now: number; readonly announced?: Link },
): Promise<Visit> {
  const plain = await fetchPlain(address, fetcher);
  const known = { address, now, plain, probes: new Map(), ...(announced && { announced }) };
  if (!plain.ok) return { ...known, reading: { kind: "other" }, isPrivateHost: false };
  return { ...known, ...readAnswer(plain.value), isPrivateHost: isPrivateHost(new URL(plain.value.url)) };
}
