import { answering, fields, ignoring, isConditional, type Misbehaviour, where } from "../misbehaviour.ts";
import type { Quirks, SiteRequest } from "../site.ts";

const tagSent = ({ header }: SiteRequest) => header("if-none-match");
const dateSent = ({ header }: SiteRequest) => header("if-modified-since");

export const VALIDATORS: readonly Misbehaviour[] = [
  {
    id: "validators.present",
    what: "has no validators",
    quirks: fields({ etag: "", "last-modified": "" }),
  },
  {
    id: "validators.syntax",
    also: [
      "validators.same-tag",
      "validators.weak-tag",
      "validators.tag-list",
      "validators.both",
      "compression.not-modified",
    ],
    what: "sends a tag without quotes",
    quirks: { ...fields({ etag: "abc" }), ...ignoring((request) => tagSent(request) !== "") },
  },
  {
    id: "validators.syntax",
    what: "sends a date in another notation",
    quirks: fields({ "last-modified": "2026-02-28T08:00:00Z" }),
    also: ["validators.since"],
  },
  {
    id: "validators.same-tag",
    also: [
      "validators.weak-tag",
      "validators.tag-list",
      "validators.since",
      "validators.both",
      "compression.not-modified",
    ],
    what: "never answers 304",
    quirks: ignoring(isConditional),
  },
  {
    id: "validators.weak-tag",
    what: "compares tags strongly",
    quirks: ignoring((request) => tagSent(request).startsWith('"') && !tagSent(request).includes(",")),
  },
  {
    id: "validators.tag-list",
    what: "does not read a list of tags",
    quirks: ignoring((request) => tagSent(request).includes(",")),
  },
  {
    id: "validators.wrong-tag",
    also: ["delta.sound"],
    what: "answers 304 to any tag",
    quirks: where(
      (request) => tagSent(request) !== "",
      () => answering(304, "", { etag: '"a"', vary: "Accept-Encoding", "cache-control": "max-age=1" }),
    ),
  },
  { id: "validators.since", what: "ignores If-Modified-Since", quirks: ignoring((request) => tagSent(request) === "") },
  {
    id: "validators.both",
    what: "does not answer 304 to both validators",
    quirks: ignoring((request) => tagSent(request) !== "" && dateSent(request) !== ""),
  },
  {
    id: "validators.empty-304",
    what: "sends a body with 304",
    quirks: {
      raw: ({ headers, socket }) =>
        headers["if-none-match"] !== undefined &&
        headers["if-none-match"].length > 40 &&
        socket.end(
          `HTTP/1.1 304 Not Modified\r\nETag: "a"\r\nCache-Control: a\r\nVary: a\r\nConnection: close\r\n\r\nbody`,
        ) !== undefined,
    },
  },
  {
    id: "validators.304-headers",
    what: "sends a 304 without header fields",
    quirks: where(isConditional, (healthy) => ({ ...healthy, ...(healthy.status === 304 && { headers: {} }) })),
  },
  {
    id: "last-modified.not-future",
    what: "sends a Last-Modified of next year",
    quirks: fields({ "last-modified": "Sun, 28 Feb 2027 08:00:00 GMT" }),
  },
  {
    id: "last-modified.moves",
    also: ["validators.since"],
    what: "sends an old Last-Modified",
    quirks: fields({ "last-modified": "Sun, 01 Feb 2026 08:00:00 GMT" }),
  },
];

const eachTime = (change: (text: string, turn: number) => string): Quirks => ({
  document: (text, { turn, path }) => (path === "/" ? text : change(text, turn)),
});

export const STABILITY: readonly Misbehaviour[] = [
  {
    id: "stability.ids",
    also: ["stability.bytes"],
    what: "changes ids at each request",
    quirks: eachTime((text, turn) => text.replace("tag:example.org,2026:20", `urn:${turn}`)),
  },
  {
    id: "stability.dates",
    also: ["stability.bytes"],
    what: "changes dates at each request",
    quirks: eachTime((text, turn) => text.replace("2026-02-20T08:00", `2026-02-20T08:${turn + 10}`)),
  },
  {
    id: "stability.bytes",
    what: "changes a comment at each request",
    quirks: eachTime((text, turn) => `${text}<!-- request ${turn} -->`),
  },
  {
    id: "stability.tag",
    what: "changes the tag at each request",
    quirks: { headers: (headers, { turn }) => ({ ...headers, etag: `"${turn}"` }) },
  },
];
