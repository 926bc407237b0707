import { readContentType } from "../facts/content-type.ts";
import { FORM_NAMES } from "../facts/feed-facts.ts";
import { isFeedType } from "../facts/page-facts.ts";
import type { Check } from "../finding.ts";
import { feedOf, goodAnswer, type Visit } from "../visit.ts";

const EXACT = {
  rss: "application/rss+xml",
  atom: "application/atom+xml",
  json: "application/feed+json",
  rdf: "application/rdf+xml",
} as const;
/** True in a way, and known to all readers. */
const GENERIC: readonly string[] = ["application/xml", "text/xml", "application/json", "application/rdf+xml"];

function servedFeed(visit: Visit) {
  const [answer, feed] = [goodAnswer(visit), feedOf(visit)];
  return answer && feed && { form: feed.form, ...readContentType(answer.headers["content-type"]) };
}

export const MEDIA_TYPE_CHECKS: readonly Check[] = [
  {
    id: "media-type.feed",
    level: "error",
    summary: "A feed has the media type of a feed, not of a page or a file.",
    why: "Readers that go by the type (Feedly's discovery, NetNewsWire, browsers' extensions) take it for a page, and look for links in it.",
    how: `Send Content-Type: ${EXACT.rss}, ${EXACT.atom} or ${EXACT.json}, with charset=utf-8.`,
    examine: (visit) => {
      const served = servedFeed(visit);
      if (!served) return undefined;
      const { form, mediaType } = served;
      if (isFeedType(mediaType) || GENERIC.includes(mediaType)) return [];
      return [`${FORM_NAMES[form]} is served as ${mediaType || "nothing at all"}`];
    },
  },
  {
    id: "media-type.form",
    level: "warning",
    summary: "The media type names the form that is in the body.",
    why: "Readers that choose their parser by the type, and validators, read it with the wrong one.",
    how: `RSS is ${EXACT.rss}, Atom ${EXACT.atom}, JSON Feed ${EXACT.json}.`,
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
    summary: "The media type is the form's own, not a generic one.",
    why: "Browsers and extensions offer to subscribe only to feed types; text/xml without a charset is US-ASCII by the letter.",
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
    summary: "The link that leads to the feed names the type it is served with.",
    why: "Readers that take only one form (JSON Feed clients) choose by the link's type and are then handed another.",
    how: 'Let type="…" of <link rel="alternate"> be the media type the feed is served with.',
    examine: (visit) => {
      const [served, announced] = [servedFeed(visit), visit.announced?.type];
      if (!served || announced === undefined) return undefined;
      const isSame = announced === EXACT[served.form] || (served.form === "json" && announced === "application/json");
      return isSame ? [] : [`the link says ${announced}, and it is ${FORM_NAMES[served.form]}`];
    },
  },
];
