import { type Link, parseLinkHeader } from "../facts/link-header.ts";
import { feedLinksIn } from "../facts/page-facts.ts";
import type { Check } from "../finding.ts";
import { answerOf, feedOf, goodAnswer, homesOf, type Visit } from "../visit.ts";

/** What a page says of its feeds, in its head and in its header. */
export function announcedFeeds(visit: Visit) {
  const [answer, { reading }] = [goodAnswer(visit), visit];
  if (!answer || reading.kind !== "page" || visit.announced) return undefined;
  return {
    inPage: reading.page.feedLinks,
    inHeader: feedLinksIn(parseLinkHeader(answer.headers.link, answer.url)),
  };
}

const addressesOf = (links: readonly Link[]) => links.map(({ href }) => href);

export const DISCOVERY_CHECKS: readonly Check[] = [
  {
    id: "discovery.present",
    level: "error",
    summary: "The page leads to its feeds.",
    why: "People paste the site's address into their reader (all of them look for the link), and the reader finds nothing.",
    how: '<link rel="alternate" type="application/rss+xml" title="…" href="…"> in the head of every page.',
    examine: (visit) => {
      const announced = announcedFeeds(visit);
      return announced && (announced.inPage.length + announced.inHeader.length === 0 ? ["the page names no feed"] : []);
    },
  },
  {
    id: "discovery.in-page",
    level: "warning",
    summary: "Feeds are named in the page itself, not only in the Link header.",
    why: "Most readers look into the page alone.",
    how: 'Add <link rel="alternate"> to the head.',
    examine: (visit) => {
      const announced = announcedFeeds(visit);
      if (!announced || announced.inPage.length + announced.inHeader.length === 0) return undefined;
      return announced.inPage.length === 0 ? ["only the Link header names feeds"] : [];
    },
  },
  {
    id: "discovery.header-agrees",
    level: "warning",
    summary: "The Link header and the page name the same feeds.",
    why: "Programs that ask with HEAD find other feeds than those that read the page.",
    how: "Write both from one list.",
    examine: (visit) => {
      const announced = announcedFeeds(visit);
      if (!announced || announced.inPage.length === 0 || announced.inHeader.length === 0) return undefined;
      const [inPage, inHeader] = [addressesOf(announced.inPage), addressesOf(announced.inHeader)];
      return [
        ...inPage.filter((href) => !inHeader.includes(href)).map((href) => `only in the page: ${href}`),
        ...inHeader.filter((href) => !inPage.includes(href)).map((href) => `only in the header: ${href}`),
      ];
    },
  },
  {
    id: "discovery.titles",
    level: "note",
    summary: "Where a page has several feeds, each link has a title of its own.",
    why: "Readers list them by title for people to choose from.",
    how: 'Add title="…" to the links.',
    examine: (visit) => {
      const links = announcedFeeds(visit)?.inPage;
      if (links === undefined || links.length < 2) return undefined;
      const untitled = links.flatMap(({ href, title }) => (title ? [] : [`no title: ${href}`]));
      const isUnique = new Set(links.map(({ title }) => title)).size === links.length;
      return untitled.length === 0 && !isUnique ? ["several feeds have the same title"] : untitled;
    },
  },
  {
    id: "discovery.listed",
    level: "warning",
    summary: "The page the feed calls its own leads back to it.",
    why: "People paste the site's address into their reader, and the reader does not find this feed.",
    how: 'Add <link rel="alternate"> for it to that page.',
    examine: (visit) => {
      const [answer, { homePage }] = [answerOf(visit), visit];
      if (!answer || !homePage || !feedOf(visit)) return undefined;
      const known = [visit.address, ...homesOf(answer)];
      return homePage.feedLinks.some(({ href }) => known.includes(href))
        ? []
        : [`${homePage.address} does not name this feed`];
    },
  },
  {
    id: "discovery.home-page",
    level: "warning",
    summary: "The feed names the page it belongs to.",
    why: "Readers link the feed's title to it, and take its icon from there.",
    how: 'Add <link> in RSS, <link rel="alternate" type="text/html"> in Atom, home_page_url in JSON Feed.',
    examine: (visit) => {
      const feed = feedOf(visit);
      if (!feed || feed.form === "rdf") return undefined;
      return homePageOf(feed.links) === undefined ? ["no link to a page"] : [];
    },
  },
];

/** The page a feed calls its own. */
export function homePageOf(links: readonly Link[]): string | undefined {
  return links.find(({ rel, type = "text/html" }) => rel.includes("alternate") && type === "text/html")?.href;
}
