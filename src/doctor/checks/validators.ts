import { isEntityTag } from "../facts/entity-tag.ts";
import { readHttpDate } from "../facts/http-date.ts";
import type { Check } from "../finding.ts";
import type { Answer } from "../net/fetched.ts";
import { feedOf, goodAnswer, hasSteadyValidators, type ProbeName, probed, type Visit } from "../visit.ts";

/** What a request with validators got, where it should have got 304. */
function shouldBeNotModified(name: ProbeName, said: (visit: Visit) => string): Check["examine"] {
  return (visit) => {
    const answer = hasSteadyValidators(visit) ? probed(visit, name) : undefined;
    return answer && (answer.status === 304 ? [] : [`${said(visit)}: ${answer.status} instead of 304`]);
  };
}

const header = (visit: Visit, name: string) => goodAnswer(visit)?.headers[name];

/** What a 304 has to repeat of what the 200 said (RFC 9110 section 15.4.5). */
const REPEATED: readonly string[] = ["etag", "cache-control", "vary", "content-location", "expires"];

const notModified = (visit: Visit): Answer | undefined => {
  const answers = [probed(visit, "same-tag"), probed(visit, "since")];
  return answers.find((answer) => answer?.status === 304);
};

export const VALIDATOR_CHECKS: readonly Check[] = [
  {
    id: "validators.present",
    level: "warning",
    summary: "The feed has an ETag or a Last-Modified.",
    why: "Every poll of every reader takes the whole feed; Feedly, NetNewsWire and Miniflux all ask with validators where they get some.",
    how: "Send an ETag made from the bytes, and the time of the last change as Last-Modified.",
    examine: (visit) => {
      const answer = feedOf(visit) && goodAnswer(visit);
      if (!answer) return undefined;
      return (answer.headers.etag ?? answer.headers["last-modified"]) ? [] : ["neither ETag nor Last-Modified"];
    },
  },
  {
    id: "validators.syntax",
    level: "error",
    summary: "ETag is a quoted tag, and Last-Modified an HTTP date.",
    why: "Proxies and readers drop what they cannot read, and the whole feed is sent at each poll.",
    how: 'Write ETag: "…" with quotes, and Last-Modified: Sun, 01 Mar 2026 13:42:00 GMT.',
    examine: (visit) => {
      const [etag, modified] = [header(visit, "etag"), header(visit, "last-modified")];
      if (etag === undefined && modified === undefined) return undefined;
      return [
        ...(etag === undefined || isEntityTag(etag) ? [] : [`ETag: ${etag}`]),
        ...(modified === undefined || readHttpDate(modified) !== undefined ? [] : [`Last-Modified: ${modified}`]),
      ];
    },
  },
  {
    id: "validators.same-tag",
    level: "error",
    summary: "If-None-Match with the ETag as given gets 304.",
    why: "All readers that save traffic ask like this: they get the whole feed at each poll, and some count it as changed.",
    how: "Compare If-None-Match with the ETag before making the body.",
    examine: shouldBeNotModified("same-tag", (visit) => `If-None-Match: ${header(visit, "etag")}`),
  },
  {
    id: "validators.weak-tag",
    level: "error",
    summary: "If-None-Match is compared weakly: W/ makes no difference.",
    why: "Proxies and CDNs that compress (nginx, Cloudflare) make strong tags weak, so readers behind them send W/ and get the whole feed at each poll.",
    how: "Leave W/ out of the comparison on both sides (RFC 9110 section 13.1.2).",
    examine: shouldBeNotModified(
      "other-strength",
      (visit) => `the ETag ${header(visit, "etag")} with W/ added or taken away`,
    ),
  },
  {
    id: "validators.tag-list",
    level: "warning",
    summary: "If-None-Match may be a list.",
    why: "Caches between reader and server send all tags they hold (RFC 9110 section 13.1.2).",
    how: "Compare with each member of the list.",
    examine: shouldBeNotModified("tag-list", () => "a list that holds the ETag"),
  },
  {
    id: "validators.wrong-tag",
    level: "error",
    summary: "If-None-Match with another tag gets the feed.",
    why: "Readers that hold an old copy are told that nothing is new, and never see new entries.",
    how: "Answer 304 only where the tag is the current one.",
    examine: (visit) => {
      const answer = probed(visit, "wrong-tag");
      return answer && (answer.status === 200 ? [] : [`a tag that never was gets ${answer.status}`]);
    },
  },
  {
    id: "validators.since",
    level: "warning",
    summary: "If-Modified-Since with the Last-Modified as given gets 304.",
    why: "Readers without ETags (rsstail's kind, old aggregators, some planets) take the whole feed at each poll.",
    how: "Compare If-Modified-Since with Last-Modified where there is no If-None-Match.",
    examine: shouldBeNotModified("since", (visit) => `If-Modified-Since: ${header(visit, "last-modified")}`),
  },
  {
    id: "validators.both",
    level: "error",
    summary: "Both validators together get 304.",
    why: "newsboat, feedparser, Miniflux and most others send both.",
    how: "Let If-None-Match decide, and leave If-Modified-Since aside where both are there (RFC 9110 section 13.2.2).",
    examine: shouldBeNotModified("tag-and-date", () => "If-None-Match and If-Modified-Since together"),
  },
  {
    id: "validators.empty-304",
    level: "error",
    summary: "A 304 has no body.",
    why: "The bytes are taken for the start of the next answer on the connection, which breaks it.",
    how: "End the answer behind its header fields.",
    examine: (visit) => {
      const answer = notModified(visit);
      return answer && (answer.hasForbiddenBody ? ["bytes follow the header fields of the 304"] : []);
    },
  },
  {
    id: "validators.304-headers",
    level: "warning",
    summary: "A 304 repeats ETag, Cache-Control and Vary.",
    why: "Caches update what they hold from it; readers that store what the last answer said (Miniflux) lose the tag, or the interval.",
    how: "Send with 304 what the 200 would have said (RFC 9110 section 15.4.5).",
    examine: (visit) => {
      const answer = notModified(visit);
      const missing = REPEATED.filter(
        (name) => header(visit, name) !== undefined && answer?.headers[name] === undefined,
      );
      return answer && missing.map((name) => `the 304 has no ${name}`);
    },
  },
];
