import { type Link, linksWith, parseLinkHeader } from "../facts/link-header.ts";
import { readAnswer } from "../facts/read-answer.ts";
import type { Check } from "../finding.ts";
import { describeFault, type Fetched } from "../net/fetched.ts";
import { feedOf, goodAnswer, homesOf, type Visit } from "../visit.ts";

/** The links of the document and of the header, of a feed that is looked into. */
function linksOf(visit: Visit) {
  const [answer, feed] = [goodAnswer(visit), feedOf(visit)];
  if (!answer || !feed || feed.form === "rdf") return undefined;
  return { inDocument: feed.links, inHeader: parseLinkHeader(answer.headers.link, answer.url), homes: homesOf(answer) };
}

const hrefs = (links: readonly Link[], rel: string) => linksWith(links, rel).map(({ href }) => href);

/** What is wrong with an address that has to be a feed. */
function feedFault(fetched: Fetched | undefined): readonly string[] | undefined {
  if (fetched === undefined) return undefined;
  if (fetched.kind === "failure") return fetched.fault.kind === "spent" ? undefined : [describeFault(fetched.fault)];
  if (fetched.status !== 200) return [`${fetched.url} answers ${fetched.status}`];
  return readAnswer(fetched).reading.kind === "feed" ? [] : [`${fetched.url} is no feed`];
}

export const LINK_CHECKS: readonly Check[] = [
  {
    id: "self.present",
    level: "warning",
    summary: "The feed names its own address.",
    why: "Readers that get the file without its address (saved, forwarded, through a proxy), and every WebSub subscriber, know the feed by it.",
    how: 'Add <atom:link rel="self" href="…"/> in RSS, <link rel="self"> in Atom, feed_url in JSON Feed.',
    examine: (visit) => {
      const links = linksOf(visit);
      return links && (hrefs(links.inDocument, "self").length === 0 ? ["no rel=self in the document"] : []);
    },
  },
  {
    id: "self.agrees",
    level: "warning",
    summary: "The address the feed names is the one it is served at.",
    why: "Readers and directories that go by the address named subscribe to another feed, or to one that moves.",
    how: "Write the final address, with its scheme and host, into rel=self.",
    examine: (visit) => {
      const links = linksOf(visit);
      const [self] = hrefs(links?.inDocument ?? [], "self");
      return links && self !== undefined ? (links.homes.includes(self) ? [] : [`rel=self is ${self}`]) : undefined;
    },
  },
  {
    id: "self.resolves",
    level: "error",
    summary: "The address the feed names is a feed.",
    why: "Readers that move to it lose the feed.",
    how: "Correct rel=self, or serve the feed there.",
    examine: ({ probes }) => feedFault(probes.get("self")),
  },
  {
    id: "hub.agrees",
    level: "warning",
    summary: "Hub and self are the same in the header and in the document.",
    why: "WebSub subscribers look at the header first (section 4); those that look into the document subscribe to another topic.",
    how: "Write both from one place.",
    examine: (visit) => {
      const links = linksOf(visit);
      if (!links) return undefined;
      const pairs = ["hub", "self"].map(
        (rel) => [rel, hrefs(links.inHeader, rel), hrefs(links.inDocument, rel)] as const,
      );
      if (pairs.every(([, inHeader, inDocument]) => inHeader.length === 0 || inDocument.length === 0)) return undefined;
      return pairs.flatMap(([rel, inHeader, inDocument]) =>
        inHeader.length === 0 || inDocument.length === 0 || inHeader.some((href) => inDocument.includes(href))
          ? []
          : [`rel=${rel} is ${inHeader.join(", ")} in the header, ${inDocument.join(", ")} in the document`],
      );
    },
  },
  {
    id: "hub.topic",
    level: "error",
    summary: "A feed with a hub has exactly one self.",
    why: "Subscribers know the topic by it (WebSub section 4): without one, or with two, they cannot subscribe.",
    how: "Send one Link rel=self beside rel=hub.",
    examine: (visit) => {
      const links = linksOf(visit);
      if (!links) return undefined;
      const both = [...links.inHeader, ...links.inDocument];
      if (linksWith(both, "hub").length === 0) return undefined;
      const [inHeader, inDocument] = [hrefs(links.inHeader, "self"), hrefs(links.inDocument, "self")];
      if (inHeader.length + inDocument.length === 0) return ["rel=hub, and no rel=self"];
      return [inHeader, inDocument].flatMap((selves) =>
        selves.length > 1 ? [`rel=self twice: ${selves.join(", ")}`] : [],
      );
    },
  },
  {
    id: "archive.resolves",
    level: "error",
    summary: "The archive before this document is there (RFC 5005).",
    why: "Readers that fetch the whole history stop at the gap.",
    how: "Correct rel=prev-archive, or serve the archive.",
    examine: ({ probes }) => feedFault(probes.get("archive")),
  },
  {
    id: "next.resolves",
    level: "error",
    summary: "The next page of the feed is there.",
    why: "JSON Feed clients that follow next_url, and readers of rel=next, stop at the gap.",
    how: "Correct next_url or rel=next, or leave it out on the last page.",
    examine: ({ probes }) => feedFault(probes.get("next")),
  },
];
