import { parseContentType } from "../../syntax/content-type.ts";
import { FORM_NAMES } from "../facts/feed-facts.ts";
import { isFeedType } from "../facts/feed-links.ts";
import type { Check } from "../finding.ts";
import { feedOf, goodAnswer, type Visit } from "../visit.ts";

const EXACT = {
  rss: "application/rss+xml",
  atom: "application/atom+xml",
  json: "application/feed+json",
  rdf: "application/rdf+xml",
} as const;
/** Correct but not specific. All readers accept these. */
const GENERIC: readonly string[] = ["application/xml", "text/xml", "application/json", "application/rdf+xml"];

function servedFeed(visit: Visit) {
  const [answer, feed] = [goodAnswer(visit), feedOf(visit)];
  return answer && feed && { form: feed.form, ...parseContentType(answer.headers["content-type"]) };
}

export const MEDIA_TYPE_CHECKS: readonly Check[] = [
  {
    id: "media-type.feed",
    level: "error",
    summary: "The feed has a media type of feeds.",
    why: "Readers that rely on the media type (Feedly's discovery, NetNewsWire, browser extensions) treat the feed as a page and look for links in it.",
    how: `Send Content-Type: ${EXACT.rss}, ${EXACT.atom} or ${EXACT.json}, with charset=utf-8.`,
    examine: (visit) => {
      const served = servedFeed(visit);
      if (!served) return undefined;
      const { form, mediaType } = served;
      if (isFeedType(mediaType) || GENERIC.includes(mediaType)) return [];
      return [`${FORM_NAMES[form]} is served as ${mediaType || "a body without a media type"}`];
    },
  },
  {
    id: "media-type.form",
    level: "warning",
    summary: "The media type is that of the format in the body.",
    why: "Validators, and readers that choose their parser by the media type, use the wrong parser.",
    how: `Send ${EXACT.rss} for RSS, ${EXACT.atom} for Atom, ${EXACT.json} for JSON Feed.`,
    examine: (visit) => {
      const served = servedFeed(visit);
      if (!served || served.form === "rdf" || !isFeedType(served.mediaType)) return undefined;
      const { form, mediaType } = served;
      const isRight = mediaType === EXACT[form] || (form === "json" && mediaType === "application/json");
      return isRight ? [] : [`${FORM_NAMES[form]} is served as ${mediaType}`];
    },
  },
  {
    id: "media-type.exact",
    level: "note",
    summary: "The media type is specific to the format, not a generic one.",
    why: "Browsers and extensions offer to subscribe only to specific types. Strictly, text/xml without a charset is US-ASCII.",
    how: `Send ${EXACT.rss}, ${EXACT.atom} or ${EXACT.json}.`,
    examine: (visit) => {
      const served = servedFeed(visit);
      if (!served || served.form === "rdf") return undefined;
      return GENERIC.includes(served.mediaType) ? [`${FORM_NAMES[served.form]} is served as ${served.mediaType}`] : [];
    },
  },
  {
    id: "media-type.as-announced",
    level: "warning",
    summary: "The link to the feed has the media type with which the feed is served.",
    why: "Readers that support only one format (JSON Feed clients) choose a link by its type, and get another format.",
    how: 'Set type="…" of <link rel="alternate"> to the media type of the feed.',
    examine: (visit) => {
      const [served, announced] = [servedFeed(visit), visit.announced?.type];
      if (!served || announced === undefined) return undefined;
      const isSame = announced === EXACT[served.form] || (served.form === "json" && announced === "application/json");
      return isSame ? [] : [`the link has the type ${announced}, and the feed is ${FORM_NAMES[served.form]}`];
    },
  },
];
