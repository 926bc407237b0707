import { answering, edit, editFirst, fields, type Misbehaviour, where } from "../misbehaviour.ts";
import type { SiteRequest } from "../site.ts";

const isNavigation = ({ header }: SiteRequest) => header("sec-fetch-dest") === "document";
const calls = (name: string) => (request: SiteRequest) => request.header("user-agent").includes(name);

export const REQUESTS: readonly Misbehaviour[] = [
  {
    id: "head.agrees",
    what: "knows no HEAD",
    quirks: where(
      ({ method }) => method === "HEAD",
      () => answering(405),
    ),
  },
  {
    id: "accept.any",
    what: "answers 406",
    quirks: where(
      ({ header }) => header("accept") === "text/html",
      () => answering(406),
    ),
  },
  {
    id: "navigation.readable",
    what: "has nothing for people",
    quirks: {
      answer: (request, healthy) =>
        isNavigation(request) ? { ...healthy(), body: Buffer.from('<rss version="2.0"/>') } : healthy(),
    },
  },
  {
    id: "navigation.uncached",
    what: "lets caches keep the page for people",
    quirks: where(isNavigation, (healthy) => ({ ...healthy, headers: { "cache-control": "max-age=300" } })),
  },
  {
    id: "delta.sound",
    what: "sends a part to all",
    quirks: where(
      ({ header }) => header("a-im") !== "",
      () => answering(226, "<rss/>"),
    ),
  },
  {
    id: "cors.open",
    at: "/feed.json",
    what: "is closed to browsers",
    quirks: fields({ "access-control-allow-origin": "" }),
  },
  { id: "agents.welcome", what: "blocks one reader", quirks: where(calls("Tiny Tiny"), () => answering(403, "no")) },
  {
    id: "agents.welcome",
    what: "asks one reader for proof of a person",
    quirks: where(calls("Miniflux"), () => answering(200, "<!doctype html><title>Just a moment...</title>")),
  },
  {
    id: "agents.nameless",
    what: "blocks programs without a name",
    quirks: where(calls(""), (healthy, { header }) => (header("user-agent") === "" ? answering(403) : healthy)),
  },
];

const hub = '<atom:link rel="hub" href="https://hub.example.org/"/>';
const first = "<title>Harbour</title>";

export const LINKS: readonly Misbehaviour[] = [
  { id: "self.present", what: "does not name itself", quirks: edit(/<atom:link rel="self"[^>]*>/, "") },
  {
    id: "self.agrees",
    what: "names another feed",
    quirks: edit('/rss.xml" type="application/rss+xml"/>', '/atom.xml"/>'),
  },
  {
    id: "self.resolves",
    also: ["self.agrees"],
    what: "names an address that is gone",
    quirks: edit('/rss.xml" type="application/rss+xml"/>', '/gone"/>'),
  },
  {
    id: "hub.agrees",
    what: "names one hub here and another there",
    quirks: {
      ...editFirst(first, first + hub),
      ...fields({ link: '<https://other.example.org/>; rel="hub"' }, "/rss.xml"),
    },
  },
  {
    id: "hub.topic",
    also: ["self.present"],
    what: "has a hub and no name",
    quirks: { document: (text) => text.replace(/<atom:link rel="self"[^>]*>/, hub) },
  },
  {
    id: "archive.resolves",
    what: "has lost its archive",
    quirks: editFirst(first, `${first}<atom:link rel="prev-archive" href="/gone"/>`),
  },
  {
    id: "next.resolves",
    at: "/feed.json",
    what: "has lost its next page",
    quirks: edit('"title":"Harbour"', '"title":"Harbour","next_url":"/gone"'),
  },
];
