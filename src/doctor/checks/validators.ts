import { isEntityTag } from "../../syntax/entity-tag.ts";
import { parseImfFixdate } from "../../syntax/http-date.ts";
import type { Check } from "../finding.ts";
import type { Answer } from "../net/fetched.ts";
import { feedOf, goodAnswer, hasSteadyValidators, type ProbeName, probed, type Visit } from "../visit.ts";
import { newestInstant } from "./dates.ts";

const HOUR = 3_600_000;

/** Reports a request with validators that does not get 304. */
function shouldBeNotModified(name: ProbeName, describe: (visit: Visit) => string): Check["examine"] {
  return (visit) => {
    const answer = hasSteadyValidators(visit) ? probed(visit, name) : undefined;
    return answer && (answer.status === 304 ? [] : [`${describe(visit)} gets ${answer.status} instead of 304`]);
  };
}

const header = (visit: Visit, name: string) => goodAnswer(visit)?.headers[name];

/** The fields of the 200 that a 304 must repeat (RFC 9110 section 15.4.5). */
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
    why: "Every reader downloads the whole feed each time. Feedly, NetNewsWire and Miniflux all send validators if they have them.",
    how: "Send an ETag made from the bytes, and the time of the last change as Last-Modified.",
    examine: (visit) => {
      const answer = feedOf(visit) && goodAnswer(visit);
      if (!answer) return undefined;
      return (answer.headers.etag ?? answer.headers["last-modified"])
        ? []
        : ["the feed has neither ETag nor Last-Modified"];
    },
  },
  {
    id: "validators.syntax",
    level: "error",
    summary: "ETag is a quoted tag, and Last-Modified is an HTTP date.",
    why: "Proxies and readers drop values that they cannot read, so the server sends the whole feed each time.",
    how: 'Write ETag: "…" with quotes, and Last-Modified: Sun, 01 Mar 2026 13:42:00 GMT.',
    examine: (visit) => {
      const [etag, modified] = [header(visit, "etag"), header(visit, "last-modified")];
      if (etag === undefined && modified === undefined) return undefined;
      return [
        ...(etag === undefined || isEntityTag(etag) ? [] : [`ETag: ${etag}`]),
        ...(modified === undefined || parseImfFixdate(modified) !== undefined ? [] : [`Last-Modified: ${modified}`]),
      ];
    },
  },
  {
    id: "validators.same-tag",
    level: "error",
    summary: "If-None-Match with the received ETag gets 304.",
    why: "Most readers send this request. They download the whole feed each time, and some count it as changed.",
    how: "Compare If-None-Match with the ETag before you build the body.",
    examine: shouldBeNotModified("same-tag", (visit) => `If-None-Match: ${header(visit, "etag")}`),
  },
  {
    id: "validators.weak-tag",
    level: "error",
    summary: "If-None-Match is compared weakly: W/ makes no difference.",
    why: "Proxies and CDNs that compress (nginx, Cloudflare) make strong tags weak. Readers behind them send W/ and download the whole feed each time.",
    how: "Ignore W/ on both sides of the comparison (RFC 9110 section 13.1.2).",
    examine: shouldBeNotModified(
      "other-strength",
      (visit) => `the ETag ${header(visit, "etag")} with W/ added or removed`,
    ),
  },
  {
    id: "validators.tag-list",
    level: "warning",
    summary: "If-None-Match may be a list.",
    why: "Caches between the reader and the server send all tags that they have stored (RFC 9110 section 13.1.2).",
    how: "Compare the ETag with each tag of the list.",
    examine: shouldBeNotModified("tag-list", () => "a list with the ETag"),
  },
  {
    id: "validators.wrong-tag",
    level: "error",
    summary: "If-None-Match with another tag gets the feed.",
    why: "Readers with an old copy get the answer that nothing is new, and never see new entries.",
    how: "Answer 304 only if the tag is the current one.",
    examine: (visit) => {
      const answer = probed(visit, "wrong-tag");
      return answer && (answer.status === 200 ? [] : [`an unknown tag gets status ${answer.status}`]);
    },
  },
  {
    id: "validators.since",
    level: "warning",
    summary: "If-Modified-Since with the received Last-Modified gets 304.",
    why: "Readers that do not support ETags (rsstail, old aggregators, some planets) download the whole feed each time.",
    how: "Compare If-Modified-Since with Last-Modified if there is no If-None-Match.",
    examine: shouldBeNotModified("since", (visit) => `If-Modified-Since: ${header(visit, "last-modified")}`),
  },
  {
    id: "validators.both",
    level: "error",
    summary: "A request with both validators gets 304.",
    why: "newsboat, feedparser, Miniflux and most other readers send both.",
    how: "Decide by If-None-Match, and ignore If-Modified-Since if both are present (RFC 9110 section 13.2.2).",
    examine: shouldBeNotModified("tag-and-date", () => "If-None-Match and If-Modified-Since together"),
  },
  {
    id: "validators.empty-304",
    level: "error",
    summary: "A 304 has no body.",
    why: "The client reads the bytes as the start of the next answer, which breaks the connection.",
    how: "End the answer after its header fields.",
    examine: (visit) => {
      const answer = notModified(visit);
      return answer && (answer.hasForbiddenBody ? ["the 304 has a body"] : []);
    },
  },
  {
    id: "validators.304-headers",
    level: "warning",
    summary: "A 304 repeats ETag, Cache-Control and Vary.",
    why: "Caches update what they have stored from a 304. Readers that store the fields of the last answer (Miniflux) lose the tag or the interval.",
    how: "Send with a 304 the fields that the 200 would have (RFC 9110 section 15.4.5).",
    examine: (visit) => {
      const answer = notModified(visit);
      const missing = REPEATED.filter(
        (name) => header(visit, name) !== undefined && answer?.headers[name] === undefined,
      );
      return answer && missing.map((name) => `the 304 has no ${name}`);
    },
  },
  {
    id: "last-modified.not-future",
    level: "error",
    summary: "Last-Modified is in the past.",
    why: "Readers send it back, and a server that compares dates answers 304 until then, so readers do not see new entries. Some caches ignore the field.",
    how: "Send the time of the last change, never later than Date.",
    examine: (visit) => {
      const modified = parseImfFixdate(header(visit, "last-modified"));
      if (modified === undefined) return undefined;
      return modified > visit.now + HOUR ? [`Last-Modified: ${header(visit, "last-modified")}`] : [];
    },
  },
  {
    id: "last-modified.moves",
    level: "warning",
    summary: "Last-Modified is not older than the newest entry.",
    why: "Readers that use this date get 304 although there is a new entry.",
    how: "Set it to the last change of the bytes.",
    examine: (visit) => {
      const feed = feedOf(visit);
      const [modified, newest] = [parseImfFixdate(header(visit, "last-modified")), feed && newestInstant(feed)];
      if (modified === undefined || newest === undefined || newest > visit.now) return undefined;
      return modified < newest - 24 * HOUR
        ? [
            `Last-Modified is ${header(visit, "last-modified")}, and an entry has the date ${new Date(newest).toISOString()}`,
          ]
        : [];
    },
  },
];
