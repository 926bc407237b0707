import { isWeakTag, opaqueTag, weakTag } from "../syntax/entity-tag.ts";
import { linksInHeader, linksWith } from "./facts/links.ts";
import type { FetchRequest } from "./net/fetch-settings.ts";
import type { Answer } from "./net/fetched.ts";
import { READERS } from "./user-agents.ts";
import { feedOf, type ProbeName, probed, type Visit } from "./visit.ts";

/**
 * One request for a feed beside the plain one. A run has few requests and may have several feeds. Therefore all feeds
 * get the probes of a lower tier before any gets those of the next. A probe with `once` is sent for one feed of a host,
 * since servers block readers by host.
 */
export type Probe = {
  readonly name: ProbeName;
  readonly tier: 1 | 2 | 3;
  readonly once?: true;
  /** Whether the request is sent in the name of a reader. */
  readonly asReader?: true;
  /** Whether the probe is useful for an address that did not answer with a feed. */
  readonly evenIfBad?: true;
  /** Returns undefined if the probe does not apply to the feed. */
  readonly request: (
    visit: Visit,
    plain: Answer,
  ) => (Pick<FetchRequest, "headers"> & Partial<FetchRequest>) | undefined;
};

const asking = (headers: Readonly<Record<string, string>>) => ({ headers });

/** An entity tag that no server has used. */
const WRONG_TAG = '"dateline-doctor-never-was"';

/** Makes a strong tag weak and a weak one strong, as caches and clients on the way may do. */
function withOtherStrength(etag: string): string {
  return isWeakTag(etag) ? opaqueTag(etag) : weakTag(etag);
}

function withTag(make: (etag: string) => Readonly<Record<string, string>>): Probe["request"] {
  return (_, { headers: { etag } }) => (etag === undefined ? undefined : asking(make(etag)));
}

/**
 * A reader that has the feed sends its validator: an unchanged feed costs the server a 304 and not the whole body. Only
 * if the doctor itself got a 304 by it.
 */
function validatorOf(visit: Visit, { headers }: Answer): Readonly<Record<string, string>> {
  const { etag, "last-modified": modified } = headers;
  const works = (name: ProbeName) => probed(visit, name)?.status === 304;
  if (etag !== undefined && works("same-tag")) return { "if-none-match": etag };
  return modified !== undefined && works("since") ? { "if-modified-since": modified } : {};
}

export const PROBES: readonly Probe[] = [
  { name: "again", tier: 1, request: () => asking({}) },
  { name: "same-tag", tier: 1, request: withTag((etag) => ({ "if-none-match": etag })) },
  { name: "other-strength", tier: 1, request: withTag((etag) => ({ "if-none-match": withOtherStrength(etag) })) },
  {
    name: "since",
    tier: 1,
    request: (_, { headers: { "last-modified": modified } }) =>
      modified === undefined ? undefined : asking({ "if-modified-since": modified }),
  },
  { name: "gzip", tier: 1, request: () => asking({ "accept-encoding": "gzip" }) },
  ...READERS.map(
    ({ name, userAgent }): Probe => ({
      name: `as ${name}`,
      tier: 2,
      once: true,
      asReader: true,
      evenIfBad: true,
      request: (visit, plain) => asking({ "user-agent": userAgent, ...validatorOf(visit, plain) }),
    }),
  ),
  { name: "head", tier: 3, request: () => ({ method: "HEAD", headers: {} }) },
  {
    name: "tag-and-date",
    tier: 3,
    request: (_, { headers: { etag, "last-modified": modified } }) =>
      etag === undefined || modified === undefined
        ? undefined
        : asking({ "if-none-match": etag, "if-modified-since": modified }),
  },
  { name: "wrong-tag", tier: 3, request: withTag(() => ({ "if-none-match": WRONG_TAG })) },
  { name: "tag-list", tier: 3, request: withTag((etag) => ({ "if-none-match": `${WRONG_TAG}, ${etag}` })) },
  { name: "brotli", tier: 3, request: () => asking({ "accept-encoding": "br" }) },
  {
    name: "coded-tag",
    tier: 3,
    request: (visit) => {
      const etag = probed(visit, "gzip")?.headers.etag;
      return etag === undefined ? undefined : asking({ "accept-encoding": "gzip", "if-none-match": etag });
    },
  },
  {
    name: "navigation",
    tier: 3,
    request: () =>
      asking({
        accept: "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
        "sec-fetch-dest": "document",
        "sec-fetch-mode": "navigate",
        "sec-fetch-site": "none",
      }),
  },
  {
    name: "accept-feed",
    tier: 3,
    request: () =>
      asking({ accept: "application/atom+xml, application/rss+xml;q=0.9, application/feed+json;q=0.8, */*;q=0.1" }),
  },
  { name: "accept-page", tier: 3, request: () => asking({ accept: "text/html" }) },
  {
    name: "delta",
    tier: 3,
    request: withTag(() => ({ "if-none-match": WRONG_TAG, "a-im": "feed" })),
  },
  { name: "self", tier: 3, request: (visit, plain) => elsewhere(linkedFrom(visit, plain, "self"), plain) },
  { name: "archive", tier: 3, request: (visit, plain) => elsewhere(linkedFrom(visit, plain, "prev-archive"), plain) },
  { name: "next", tier: 3, request: (visit, plain) => elsewhere(linkedFrom(visit, plain, "next"), plain) },
  {
    name: "cleartext",
    tier: 3,
    once: true,
    request: (_, { url }) => {
      const { protocol, port } = new URL(url);
      return protocol === "https:" && port === "" ? { url: url.replace(/^https:/, "http:"), headers: {} } : undefined;
    },
  },
];

function linkedFrom(visit: Visit, { headers, url }: Answer, rel: string): string | undefined {
  const links = [...(feedOf(visit)?.links ?? []), ...linksInHeader(headers.link, url)];
  return linksWith(links, rel)[0]?.href;
}

function elsewhere(href: string | undefined, { url }: Answer) {
  return href === undefined || href === url || !URL.canParse(href) ? undefined : { url: href, headers: {} };
}
