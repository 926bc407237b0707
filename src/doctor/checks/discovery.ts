import { challengeIn } from "../challenge/challenge.ts";
import { feedLinksIn } from "../facts/feed-links.ts";
import { type Link, linksInHeader, linksWith } from "../facts/links.ts";
import type { Check } from "../finding.ts";
import { answerOf, feedOf, goodAnswer, homesOf, type Visit } from "../visit.ts";

/** The feeds that a page links to, in its head and in its Link header. */
export function announcedFeeds(visit: Visit) {
  const [answer, { reading }] = [goodAnswer(visit), visit];
  if (!answer || reading.kind !== "page" || visit.announced || challengeIn(answer)) return undefined;
  return {
    inPage: reading.page.feedLinks,
    inHeader: feedLinksIn(linksInHeader(answer.headers.link, answer.url)),
  };
}

const addressesOf = (links: readonly Link[]) => links.map(({ href }) => href);

export const DISCOVERY_CHECKS: readonly Check[] = [
  {
    id: "discovery.present",
    level: "error",
    summary: "The page links to its feeds.",
    why: "People paste the address of a site into their reader. All readers look for this link, and do not find a feed.",
    how: 'Add <link rel="alternate" type="application/rss+xml" title="…" href="…"> to the head of every page.',
    examine: (visit) => {
      const announced = announcedFeeds(visit);
      if (!announced || announced.inPage.length + announced.inHeader.length > 0) return announced && [];
      const { tried = [], feed } = visit.guessed ?? {};
      if (feed !== undefined) return [`the page links to no feed, although there is one: ${feed}`];
      const paths = tried.map((each) => new URL(each).pathname).join(", ");
      return [
        tried.length > 0 ? `the page links to no feed, and there is none at ${paths}` : "the page links to no feed",
      ];
    },
  },
  {
    id: "discovery.in-page",
    level: "warning",
    summary: "The page itself links to its feeds, not only its Link header.",
    why: "Most readers look at the page only.",
    how: 'Add <link rel="alternate"> to the head of the page.',
    examine: (visit) => {
      const announced = announcedFeeds(visit);
      if (!announced || announced.inPage.length + announced.inHeader.length === 0) return undefined;
      return announced.inPage.length === 0 ? ["only the Link header links to feeds"] : [];
    },
  },
  {
    id: "discovery.header-agrees",
    level: "warning",
    summary: "The Link header and the page link to the same feeds.",
    why: "Programs that use HEAD find other feeds than programs that read the page.",
    how: "Generate both from one list.",
    examine: (visit) => {
      const announced = announcedFeeds(visit);
      if (!announced || announced.inPage.length === 0 || announced.inHeader.length === 0) return undefined;
      const [inPage, inHeader] = [addressesOf(announced.inPage), addressesOf(announced.inHeader)];
      return [
        ...inPage.filter((href) => !inHeader.includes(href)).map((href) => `the link is only in the page: ${href}`),
        ...inHeader.filter((href) => !inPage.includes(href)).map((href) => `the link is only in the header: ${href}`),
      ];
    },
  },
  {
    id: "discovery.titles",
    level: "note",
    summary: "If a page links to several feeds, each link has its own title.",
    why: "Readers show the titles to people who choose a feed.",
    how: 'Add title="…" to the links.',
    examine: (visit) => {
      const links = announcedFeeds(visit)?.inPage;
      if (links === undefined || links.length < 2) return undefined;
      const untitled = links.flatMap(({ href, title }) => (title ? [] : [`the link has no title: ${href}`]));
      const isUnique = new Set(links.map(({ title }) => title)).size === links.length;
      return untitled.length === 0 && !isUnique ? ["several feeds have the same title"] : untitled;
    },
  },
  {
    id: "discovery.listed",
    level: "warning",
    summary: "The home page of the feed links to the feed.",
    why: "People paste the address of the site into their reader, and the reader does not find this feed.",
    how: 'Add <link rel="alternate"> for the feed to that page.',
    examine: (visit) => {
      const [answer, { homePage }] = [answerOf(visit), visit];
      if (!answer || !homePage || !feedOf(visit) || isOlderPart(visit)) return undefined;
      const known = [visit.address, ...homesOf(answer)];
      return homePage.feedLinks.some(({ href }) => known.includes(href))
        ? []
        : [`${homePage.address} does not link to this feed`];
    },
  },
  {
    id: "discovery.home-page",
    level: "warning",
    summary: "The feed links to its home page.",
    why: "Readers link the feed's title to it, and take the icon from there.",
    how: 'Add <link> in RSS, <link rel="alternate" type="text/html"> in Atom, home_page_url in JSON Feed.',
    examine: (visit) => {
      const feed = feedOf(visit);
      if (!feed || feed.form === "rdf") return undefined;
      return homePageOf(feed.links) === undefined ? ["the feed has no link to a page"] : [];
    },
  },
];

/**
 * Whether the document is an archive, or a later page of a feed (RFC 5005 sections 3 and 4): it names another document
 * as the current or the first one. People subscribe to that one, so no page needs to link to this one.
 */
function isOlderPart(visit: Visit): boolean {
  const answer = answerOf(visit);
  if (!answer) return false;
  const links = [...(feedOf(visit)?.links ?? []), ...linksInHeader(answer.headers.link, answer.url)];
  const own = [visit.address, ...homesOf(answer)];
  return ["current", "first"].some((rel) => linksWith(links, rel).some(({ href }) => !own.includes(href)));
}

/** The address of the home page that a feed links to. */
export function homePageOf(links: readonly Link[]): string | undefined {
  return links.find(({ rel, type = "text/html" }) => rel.includes("alternate") && type === "text/html")?.href;
}
