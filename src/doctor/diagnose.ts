import { announcedFeeds, homePageOf } from "./checks/discovery.ts";
import type { Link } from "./facts/link-header.ts";
import { feedLinksIn } from "./facts/page-facts.ts";
import type { FetchSettings } from "./net/fetch-settings.ts";
import { createFetcher, type Fetcher } from "./net/fetcher.ts";
import { probeFeeds } from "./probe-feeds.ts";
import { type Report, reportOn } from "./report.ts";
import { answerOf, feedOf, type Visit } from "./visit.ts";
import { visitAddress } from "./visit-address.ts";

/** More feeds than this are named, not looked at: a large site has one a tag. */
const MAX_FEEDS = 6;

type Found = { readonly visits: readonly Visit[]; readonly leftOut: readonly string[] };

/**
 * Looks at an address as a picky reader would, and tells what is wrong. From a page it goes on to the feeds the page names; from a feed, to its
 * other forms and to the page it calls its own. `now` in milliseconds since 1970.
 */
export async function diagnose(address: string, settings: FetchSettings, now: number): Promise<Report> {
  const fetcher = createFetcher(settings);
  const first = await visitAddress(address, fetcher, { now });
  const found = announcedFeeds(first) ? await fromPage(first, fetcher) : await fromFeed(first, fetcher);
  const { visits, notAsked } = await probeFeeds(found.visits, fetcher);
  const notChecked = [...found.leftOut.map((where) => ({ where, what: "all of it" })), ...notAsked];
  return reportOn(address, visits, { notChecked, requests: fetcher.spent() });
}

async function fromPage(page: Visit, fetcher: Fetcher): Promise<Found> {
  const { inPage, inHeader } = announcedFeeds(page) ?? { inPage: [], inHeader: [] };
  const { visits, leftOut } = await visitFeeds([...inPage, ...inHeader], addressesOf(page), page.now, fetcher);
  return { visits: [page, ...visits], leftOut };
}

async function fromFeed(feed: Visit, fetcher: Fetcher): Promise<Found> {
  const links = feedOf(feed)?.links ?? [];
  const others = await visitFeeds(feedLinksIn(links), addressesOf(feed), feed.now, fetcher);
  const home = homePageOf(links);
  if (home === undefined || !URL.canParse(home) || addressesOf(feed).includes(home))
    return { ...others, visits: [feed, ...others.visits] };

  const page = await visitAddress(home, fetcher, { now: feed.now });
  const { inPage, inHeader } = announcedFeeds(page) ?? { inPage: [], inHeader: [] };
  const homePage = { address: home, feedLinks: [...inPage, ...inHeader] };
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

/** An address as asked, and as it answered behind redirects. */
function addressesOf(visit: Visit): readonly string[] {
  return [visit.address, ...(answerOf(visit) ? [answerOf(visit)?.url ?? ""] : [])];
}
