import { parseHttpDate } from "../../syntax/http-date.ts";
import type { Check } from "../finding.ts";
import { answerOf, feedOf, goodAnswer, probeAnswers, type Visit } from "../visit.ts";

const DAY = 86_400;

function feedHeaders(visit: Visit) {
  return feedOf(visit) && goodAnswer(visit)?.headers;
}

function directivesOf(field: string | undefined): ReadonlyMap<string, string> {
  const directives = (field ?? "")
    .toLowerCase()
    .split(",")
    .map((each) => each.trim().split("="));
  return new Map(directives.map(([name = "", value = ""]) => [name.trim(), value.trim().replace(/^"|"$/g, "")]));
}

const maxAgeOf = (field: string | undefined) => {
  const value = directivesOf(field).get("max-age");
  return value !== undefined && /^\d+$/.test(value) ? Number(value) : undefined;
};

export const CACHING_CHECKS: readonly Check[] = [
  {
    id: "cache.present",
    level: "warning",
    summary: "Cache-Control says how long the feed is fresh.",
    why: "Miniflux schedules its requests by it. Without it, caches guess, and may store the feed for a tenth of its age.",
    how: "Send Cache-Control: max-age=300, or another time that suits how often you publish.",
    examine: (visit) => {
      const headers = feedHeaders(visit);
      return (
        headers &&
        ((headers["cache-control"] ?? headers.expires) ? [] : ["the feed has neither Cache-Control nor Expires"])
      );
    },
  },
  {
    id: "cache.no-store",
    level: "warning",
    summary: "Clients and caches may store the feed.",
    why: "With no-store, strict clients do not store validators and download the whole feed each time, and a CDN cannot cache it.",
    how: "Send max-age=300, or no-cache if clients must ask each time.",
    examine: (visit) => {
      const field = feedHeaders(visit)?.["cache-control"];
      return field === undefined ? undefined : directivesOf(field).has("no-store") ? [`Cache-Control: ${field}`] : [];
    },
  },
  {
    id: "cache.expires",
    level: "warning",
    summary: "Expires is missing or a date in the future.",
    why: "If Expires is 0, Miniflux discards the validators and downloads the whole feed each time.",
    how: "Remove Expires. Cache-Control is enough.",
    examine: (visit) => {
      const headers = feedHeaders(visit);
      if (headers?.expires === undefined) return undefined;
      const isPast =
        (parseHttpDate(headers.expires) ?? 0) <= visit.now && maxAgeOf(headers["cache-control"]) === undefined;
      return isPast || /^(?:0|-1)$/.test(headers.expires) ? [`Expires: ${headers.expires}`] : [];
    },
  },
  {
    id: "cache.fresh-for-a-while",
    level: "note",
    summary: "max-age is greater than 0.",
    why: "With max-age=0, every request reaches your server. Nobody notices a delay of one to five minutes.",
    how: "Send max-age=300.",
    examine: (visit) => {
      const maxAge = maxAgeOf(feedHeaders(visit)?.["cache-control"]);
      return maxAge === undefined ? undefined : maxAge === 0 ? ["max-age=0"] : [];
    },
  },
  {
    id: "cache.not-too-long",
    level: "warning",
    summary: "max-age is at most one day.",
    why: "Miniflux and caches do not ask again before that time, so new entries arrive late.",
    how: "Set max-age to minutes or hours.",
    examine: (visit) => {
      const maxAge = maxAgeOf(feedHeaders(visit)?.["cache-control"]);
      return maxAge === undefined
        ? undefined
        : maxAge > DAY
          ? [`max-age=${maxAge}, which is ${Math.round(maxAge / DAY)} days`]
          : [];
    },
  },
  {
    id: "cache.retry-after",
    level: "warning",
    summary: "A 429 or 503 has Retry-After.",
    why: "Without Retry-After, readers guess. Miniflux and FreshRSS do not request the feed, or the whole host, for hours.",
    how: "Send Retry-After with the number of seconds.",
    examine: (visit) => {
      const refused = [answerOf(visit), ...probeAnswers(visit)].filter(
        (answer) => answer?.status === 429 || answer?.status === 503,
      );
      if (refused.length === 0) return undefined;
      const silent = refused.filter((answer) => answer?.headers["retry-after"] === undefined);
      return [...new Set(silent.map((answer) => `an answer with status ${answer?.status} has no Retry-After`))];
    },
  },
];
