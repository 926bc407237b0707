import type { Check } from "../finding.ts";
import { answerOf, feedOf, goodAnswer, type Visit } from "../visit.ts";

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
    why: "Miniflux plans its polls by it; caches on the way guess without it, and may keep the feed for a tenth of its age.",
    how: "Send Cache-Control: max-age=300, or what suits your pace.",
    examine: (visit) => {
      const headers = feedHeaders(visit);
      return headers && ((headers["cache-control"] ?? headers.expires) ? [] : ["neither Cache-Control nor Expires"]);
    },
  },
  {
    id: "cache.no-store",
    level: "warning",
    summary: "The feed may be stored.",
    why: "With no-store a careful client keeps no validators and takes the whole feed at each poll, and no CDN helps you.",
    how: "Send max-age=300, or no-cache where every poll is to ask again.",
    examine: (visit) => {
      const field = feedHeaders(visit)?.["cache-control"];
      return field === undefined ? undefined : directivesOf(field).has("no-store") ? [`Cache-Control: ${field}`] : [];
    },
  },
  {
    id: "cache.expires",
    level: "warning",
    summary: "Expires is a date ahead, or not there.",
    why: "On Expires: 0 Miniflux throws the validators away and takes the whole feed at each poll.",
    how: "Leave Expires out; Cache-Control says it all.",
    examine: (visit) => {
      const headers = feedHeaders(visit);
      if (headers?.expires === undefined) return undefined;
      const instant = Date.parse(headers.expires);
      const isPast = !(instant > visit.now) && maxAgeOf(headers["cache-control"]) === undefined;
      return isPast || /^(?:0|-1)$/.test(headers.expires) ? [`Expires: ${headers.expires}`] : [];
    },
  },
  {
    id: "cache.fresh-for-a-while",
    level: "note",
    summary: "max-age is more than nothing.",
    why: "With max-age=0 every hit reaches your server; a minute or five go unnoticed by people.",
    how: "Send max-age=300.",
    examine: (visit) => {
      const maxAge = maxAgeOf(feedHeaders(visit)?.["cache-control"]);
      return maxAge === undefined ? undefined : maxAge === 0 ? ["max-age=0"] : [];
    },
  },
  {
    id: "cache.not-too-long",
    level: "warning",
    summary: "max-age is a day at the most.",
    why: "Miniflux and caches on the way do not ask again until then: new entries come late.",
    how: "Send minutes or hours.",
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
    summary: "A 429 or 503 says when to come back.",
    why: "Without Retry-After readers guess: Miniflux and FreshRSS leave the feed, or the whole host, alone for hours.",
    how: "Send Retry-After with the number of seconds.",
    examine: (visit) => {
      const probes = [...visit.probes.values()].flatMap((fetched) => (fetched.kind === "answer" ? [fetched] : []));
      const refused = [answerOf(visit), ...probes].filter((answer) => answer?.status === 429 || answer?.status === 503);
      if (refused.length === 0) return undefined;
      const silent = refused.filter((answer) => answer?.headers["retry-after"] === undefined);
      return [...new Set(silent.map((answer) => `a ${answer?.status} without Retry-After`))];
    },
  },
];
