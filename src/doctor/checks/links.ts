import { type Link, linksInHeader, linksWith } from "../facts/links.ts";
import { readAnswer } from "../facts/read-document.ts";
import type { Check } from "../finding.ts";
import { describeFault, type Fetched } from "../net/fetched.ts";
import { feedOf, goodAnswer, homesOf, type Visit } from "../visit.ts";

/** The links of a feed, in the document and in the header, if the doctor reads its format. */
function linksOf(visit: Visit) {
  const [answer, feed] = [goodAnswer(visit), feedOf(visit)];
  if (!answer || !feed || feed.form === "rdf") return undefined;
  return { inDocument: feed.links, inHeader: linksInHeader(answer.headers.link, answer.url), homes: homesOf(answer) };
}

const hrefs = (links: readonly Link[], rel: string) => linksWith(links, rel).map(({ href }) => href);

/** Returns why an address is not a feed. */
function feedFault(fetched: Fetched | undefined): readonly string[] | undefined {
  if (fetched === undefined) return undefined;
  if (!fetched.ok) {
    const { fault } = fetched.error;
    return fault.kind === "spent" ? undefined : [describeFault(fault)];
  }
  const { status, url } = fetched.value;
  if (status !== 200) return [`${url} answers with status ${status}`];
  return readAnswer(fetched.value).reading.kind === "feed" ? [] : [`${url} is not a feed`];
}

export const LINK_CHECKS: readonly Check[] = [
  {
    id: "self.present",
    level: "warning",
    summary: "The feed links to its own address.",
    why: "WebSub subscribers, and readers that get the file without its address (saved, forwarded, through a proxy), identify the feed by this link.",
    how: 'Add <atom:link rel="self" href="…"/> in RSS, <link rel="self"> in Atom, feed_url in JSON Feed.',
    examine: (visit) => {
      const links = linksOf(visit);
      return links && (hrefs(links.inDocument, "self").length === 0 ? ["the document has no link with rel=self"] : []);
    },
  },
  {
    id: "self.agrees",
    level: "warning",
    summary: "The feed's link to itself is the address at which it is served.",
    why: "Readers and directories that use the link subscribe to another feed, or to an address that redirects.",
    how: "Write the final address, with its scheme and host, into rel=self.",
    examine: (visit) => {
      // A file may be served anywhere, unless the person says where.
      if (visit.file && !visit.file.isPlaced) return undefined;
      const links = linksOf(visit);
      const [self] = hrefs(links?.inDocument ?? [], "self");
      return links && self !== undefined ? (links.homes.includes(self) ? [] : [`rel=self is ${self}`]) : undefined;
    },
  },
  {
    id: "self.resolves",
    level: "error",
    summary: "The feed's link to itself leads to a feed.",
    why: "Readers that follow the link lose the feed.",
    how: "Correct rel=self, or serve the feed at that address.",
    examine: ({ probes }) => feedFault(probes.get("self")),
  },
  {
    id: "hub.agrees",
    level: "warning",
    summary: "The links to the hub and to the feed itself are the same in the header and in the document.",
    why: "WebSub subscribers read the header first (section 4). Those that read the document subscribe to another topic.",
    how: "Generate both from one source.",
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
          : [`rel=${rel} is ${inHeader.join(", ")} in the header and ${inDocument.join(", ")} in the document`],
      );
    },
  },
  {
    id: "hub.topic",
    level: "error",
    summary: "A feed with a hub has exactly one link to itself.",
    why: "Subscribers identify the topic by this link (WebSub section 4). They cannot subscribe if it is missing or repeated.",
    how: "Send one Link with rel=self besides rel=hub.",
    examine: (visit) => {
      const links = linksOf(visit);
      if (!links) return undefined;
      const both = [...links.inHeader, ...links.inDocument];
      if (linksWith(both, "hub").length === 0) return undefined;
      const [inHeader, inDocument] = [hrefs(links.inHeader, "self"), hrefs(links.inDocument, "self")];
      // The server may send the link with the file.
      if (inHeader.length + inDocument.length === 0)
        return visit.file ? undefined : ["the feed has rel=hub and no rel=self"];
      return [inHeader, inDocument].flatMap((selves) =>
        selves.length > 1 ? [`the feed has rel=self more than once: ${selves.join(", ")}`] : [],
      );
    },
  },
  {
    id: "archive.resolves",
    level: "error",
    summary: "The link to the previous archive (RFC 5005) leads to a feed.",
    why: "Readers that download the whole history stop here.",
    how: "Correct rel=prev-archive, or serve the archive.",
    examine: ({ probes }) => feedFault(probes.get("archive")),
  },
  {
    id: "next.resolves",
    level: "error",
    summary: "The link to the next page leads to a feed.",
    why: "JSON Feed clients that follow next_url, and readers that follow rel=next, stop here.",
    how: "Correct next_url or rel=next, or remove it from the last page.",
    examine: ({ probes }) => feedFault(probes.get("next")),
  },
];
