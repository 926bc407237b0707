import { answering, edit, editFirst, fields, type Misbehaviour, where } from "../misbehaviour.ts";
import type { SiteRequest } from "../site.ts";

const isNavigation = ({ header }: SiteRequest) => header("sec-fetch-dest") === "document";
const calls = (name: string) => (request: SiteRequest) => request.header("user-agent").includes(name);

export const REQUESTS: readonly Misbehaviour[] = [
  {
    id: "head.agrees",
    what: "does not support HEAD",
    quirks: where(
      ({ method }) => method === "HEAD",
      () => answering(405),
    ),
  },
  {
    id: "accept.any",
    what: "answers 406 to a browser's Accept",
    quirks: where(
      ({ header }) => header("accept") === "text/html",
      () => answering(406),
    ),
  },
  {
    id: "navigation.readable",
    what: "sends the raw feed to browsers",
    quirks: {
      answer: (request, healthy) =>
        isNavigation(request) ? { ...healthy(), body: Buffer.from('<rss version="2.0"/>') } : healthy(),
    },
  },
  {
    id: "navigation.uncached",
    what: "lets caches store the page for people",
    quirks: where(isNavigation, (healthy) => ({ ...healthy, headers: { "cache-control": "max-age=300" } })),
  },
  {
    id: "delta.sound",
    what: "sends a delta for any tag",
    quirks: where(
      ({ header }) => header("a-im") !== "",
      () => answering(226, "<rss/>"),
    ),
  },
  {
    id: "cors.open",
    at: "/feed.json",
    what: "does not allow programs in browsers",
    quirks: fields({ "access-control-allow-origin": "" }),
  },
  { id: "agents.welcome", what: "blocks one reader", quirks: where(calls("Tiny Tiny"), () => answering(403, "no")) },
  {
    id: "agents.welcome",
    what: "challenges one reader",
    quirks: where(calls("Miniflux"), () => answering(200, "<!doctype html><title>Just a moment...</title>")),
  },
  {
    id: "agents.challenge",
    also: ["agents.welcome"],
    what: "has a protection that turns one reader away",
    quirks: where(calls("Inoreader"), () => answering(403, "", { "cf-mitigated": "challenge" })),
  },
  {
    id: "agents.nameless",
    what: "blocks programs without a User-Agent",
    quirks: where(calls(""), (healthy, { header }) => (header("user-agent") === "" ? answering(403) : healthy)),
  },
];

const hub = '<atom:link rel="hub" href="https://hub.example.org/"/>';
const first = "<title>Harbour</title>";

export const LINKS: readonly Misbehaviour[] = [
  { id: "self.present", what: "has no link to itself", quirks: edit(/<atom:link rel="self"[^>]*>/, "") },
  {
    id: "self.agrees",
    what: "links to another feed as itself",
    quirks: edit('/rss.xml" type="application/rss+xml"/>', '/atom.xml"/>'),
  },
  {
    id: "self.resolves",
    also: ["self.agrees"],
    what: "links to an address that does not exist as itself",
    quirks: edit('/rss.xml" type="application/rss+xml"/>', '/gone"/>'),
  },
  {
    id: "hub.agrees",
    what: "links to two different hubs",
    quirks: {
      ...editFirst(first, first + hub),
      ...fields({ link: '<https://other.example.org/>; rel="hub"' }, "/rss.xml"),
    },
  },
  {
    id: "hub.topic",
    also: ["self.present"],
    what: "links to a hub but not to itself",
    quirks: { document: (text) => text.replace(/<atom:link rel="self"[^>]*>/, hub) },
  },
  {
    id: "archive.resolves",
    what: "links to an archive that does not exist",
    quirks: editFirst(first, `${first}<atom:link rel="prev-archive" href="/gone"/>`),
  },
  {
    id: "next.resolves",
    at: "/feed.json",
    what: "links to a next page that does not exist",
    quirks: edit('"title":"Harbour"', '"title":"Harbour","next_url":"http://127.0.0.1/gone"'),
  },
];
