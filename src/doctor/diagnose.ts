import { announcedFeeds, homePageOf } from "./checks/discovery.ts";
import { feedLinksIn } from "./facts/feed-links.ts";
import type { Link } from "./facts/links.ts";
import { readAnswer } from "./facts/read-document.ts";
import { wellKnownFeeds } from "./facts/well-known-feeds.ts";
import type { FetchSettings } from "./net/fetch-settings.ts";
import { createFetcher, type Fetcher } from "./net/fetcher.ts";
import { isPrivateHost } from "./net/public-address.ts";
import { probeFeeds } from "./probe-feeds.ts";
import { type Report, reportOn } from "./report.ts";
import { answerOf, feedOf, type Visit } from "./visit.ts";

/** A large site may have a feed for each tag. Further feeds are named in the report, but not checked. */
const MAX_FEEDS = 6;

type Found = { readonly visits: readonly Visit[]; readonly leftOut: readonly string[] };

/**
 * Checks an address as a strict reader would, and reports what is wrong. From a page it continues with the feeds that
 * the page links to. From a feed it continues with the other formats and the home page that the feed links to.
 *
 * @param now milliseconds since the epoch
 */
export async function diagnose(address: string, settings: FetchSettings, now: number): Promise<Report> {
  const fetcher = createFetcher(settings);
  const first = await visitAddress(address, fetcher, { now });
  const found = announcedFeeds(first) ? await fromPage(first, fetcher) : await fromFeed(first, fetcher);
  const { visits, notSent } = await probeFeeds(found.visits, fetcher);
  const notChecked = [...found.leftOut.map((where) => ({ where, what: "all of it" })), ...notSent];
  return reportOn(address, visits, { notChecked, requests: fetcher.spent() });
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

/** Sends the first, plain request to an address. */
async function visitAddress(
  address: string,
  fetcher: Fetcher,
  { now, announced }: { readonly now: number; readonly announced?: Link },
): Promise<Visit> {
  const plain = await fetcher.fetch({ method: "GET", url: address, headers: {} });
  const known = { address, now, plain, probes: new Map(), ...(announced && { announced }) };
  if (!plain.ok) return { ...known, reading: { kind: "other" }, isPrivateHost: false };
  return { ...known, ...readAnswer(plain.value), isPrivateHost: isPrivateHost(new URL(plain.value.url)) };
}
