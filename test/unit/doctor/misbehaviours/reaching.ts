import { isPublicAddress } from "../../../../src/doctor/net/public-address.ts";
import { answering, fields, type Misbehaviour, redirect } from "../misbehaviour.ts";

export const REACHING: readonly Misbehaviour[] = [
  {
    id: "fetch.reachable",
    what: "closes the connection",
    quirks: { raw: (_, response) => response.destroy() !== undefined },
  },
  { id: "fetch.certificate", what: "does not support TLS", host: "https://127.0.0.1" },
  { id: "fetch.public", what: "is on a private network", settings: { mayAsk: isPublicAddress } },
  { id: "fetch.time", what: "never answers", quirks: { raw: () => true }, settings: { timeoutMs: 150 } },
  { id: "fetch.size", what: "is larger than the limit", settings: { maxBytes: 1_000 } },
  {
    id: "fetch.decodes",
    what: "declares gzip and sends text",
    quirks: { answer: (_, healthy) => ({ ...healthy(), headers: { "content-encoding": "gzip" } }) },
  },
  {
    id: "fetch.probes",
    what: "closes the connection of one reader",
    quirks: {
      raw: (request, response) =>
        /Feedly/.test(request.headers["user-agent"] ?? "") && response.destroy() !== undefined,
    },
  },
  {
    id: "status.ok",
    also: ["cache.retry-after"],
    what: "is overloaded",
    quirks: { answer: () => answering(503, "later") },
  },
  { id: "status.ok", what: "does not exist", at: "/gone" },
  { id: "redirects.end", what: "redirects to itself", quirks: redirect({ "/rss.xml": "/rss.xml" }) },
  { id: "redirects.end", what: "redirects in a circle", quirks: redirect({ "/rss.xml": "/a", "/a": "/rss.xml" }) },
  {
    id: "redirects.end",
    what: "redirects without end",
    quirks: {
      answer: ({ turn, path }) => answering(301, "", { location: `${path}${turn}` }),
    },
  },
  { id: "redirects.end", what: "redirects to an invalid address", quirks: redirect({ "/rss.xml": "http://[" }) },
  {
    id: "redirects.permanent",
    what: "has moved temporarily",
    at: "/old",
    quirks: redirect({ "/old": "/rss.xml" }, 302),
  },
  {
    id: "redirects.direct",
    what: "has moved twice",
    at: "/older",
    quirks: redirect({ "/older": "/old", "/old": "/rss.xml" }),
  },
  { id: "transport.https", what: "serves plain http under a public name", host: "http://feeds.example.com" },
];

export const CACHING: readonly Misbehaviour[] = [
  { id: "cache.present", what: "sends no Cache-Control", quirks: fields({ "cache-control": "" }) },
  { id: "cache.no-store", what: "sends no-store", quirks: fields({ "cache-control": "no-store" }) },
  { id: "cache.expires", what: "sends Expires: 0", quirks: fields({ expires: "0" }) },
  {
    id: "cache.expires",
    what: "sends an Expires that is not an HTTP date",
    quirks: fields({ expires: "2030-01-01T00:00:00Z", "cache-control": "" }),
  },
  { id: "cache.fresh-for-a-while", what: "sends max-age=0", quirks: fields({ "cache-control": "max-age=0" }) },
  {
    id: "cache.not-too-long",
    what: "sends a max-age of a month",
    quirks: fields({ "cache-control": "max-age=2592000" }),
  },
  {
    id: "cache.retry-after",
    also: ["agents.welcome"],
    what: "limits one reader without Retry-After",
    quirks: {
      answer: ({ header }, healthy) => (header("user-agent").startsWith("FreshRSS") ? answering(429) : healthy()),
    },
  },
];
