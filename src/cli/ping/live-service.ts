import { setTimeout as delay } from "node:timers/promises";
import { FEED_FORMAT_NAMES, FEED_FORMATS } from "../../render/formats.ts";
import { FRONT_PATH, JSON_FEED_PATH, OPML_PATH, PODCAST_PATH, RSS_PATH, SITEMAP_PATH } from "../../site/addresses.ts";
import { userAgent } from "../../site/user-agent.ts";
import { parseXml } from "../../syntax/xml/parse-xml.ts";
import { descendantsOf } from "../../syntax/xml/xml-element.ts";
import { fewAtOnce } from "../console/few-at-once.ts";

/**
 * In milliseconds: the longest time for one response, the longest wait for a new version, and the pause between two
 * looks.
 */
export type Patience = { readonly answer: number; readonly arrival: number; readonly pause: number };

export const PATIENCE: Patience = { answer: 10_000, arrival: 30_000, pause: 1_000 };

/** Entity tags by address. An address whose response had none is missing. */
export type Tags = ReadonlyMap<string, string>;

/** A deployed service. Every call sends new requests: no response is cached. */
export type LiveService = {
  /**
   * The addresses that can be followed: each feed as a page and in three formats, and each podcast. Undefined if the
   * service does not list them.
   */
  topics(): Promise<readonly string[] | undefined>;
  tags(addresses: readonly string[]): Promise<Tags>;
  /** A few documents, of which at least one changes with every article, feed or publication: cheap to request often. */
  readonly marks: readonly string[];
  pause(): Promise<void>;
};

const FORMS = [FRONT_PATH, ...FEED_FORMAT_NAMES.map((name) => FEED_FORMATS[name].path)];
/** Requests at the same time. */
const MAX_AT_ONCE = 8;
/** The entity tag of the uncompressed response, and not from a cache. */
const HEADERS = { "Accept-Encoding": "identity", "Cache-Control": "no-cache" };

export function liveService(address: string, { answer, pause }: Patience): LiveService {
  const headers = { ...HEADERS, "User-Agent": userAgent(address) };
  const ask = async (url: string, method: "GET" | "HEAD"): Promise<Response | undefined> => {
    try {
      return await fetch(url, { method, headers, redirect: "manual", signal: AbortSignal.timeout(answer) });
    } catch {
      return undefined;
    }
  };
  return {
    topics: async () => {
      const response = await ask(address + OPML_PATH, "GET");
      const text = response?.ok ? await response.text().catch(() => "") : "";
      return topicsIn(text, address);
    },
    tags: async (addresses) => {
      const tags = new Map<string, string>();
      await fewAtOnce(addresses, { max: MAX_AT_ONCE, isOver: () => false }, async (url) => {
        const response = await ask(url, "HEAD");
        const tag = response?.ok ? response.headers.get("etag") : null;
        if (tag !== null) tags.set(url, tag);
      });
      return tags;
    },
    marks: [RSS_PATH, JSON_FEED_PATH, OPML_PATH, SITEMAP_PATH].map((path) => address + path),
    pause: () => delay(pause),
  };
}

/**
 * The subscription list names each feed by its RSS address; the other formats have addresses beside it. A podcast has
 * one.
 */
function topicsIn(opml: string, address: string): readonly string[] | undefined {
  const parsed = parseXml(opml);
  if (!parsed.ok || parsed.value.root.name !== "opml") return undefined;
  const listed = descendantsOf(parsed.value.root).flatMap(({ name, attributes: { xmlUrl = "" } }) =>
    name === "outline" && xmlUrl.startsWith(`${address}/`) ? [xmlUrl] : [],
  );
  const topics = listed.flatMap((url) => {
    if (url.endsWith(PODCAST_PATH)) return [url];
    return url.endsWith(RSS_PATH) ? FORMS.map((form) => url.slice(0, -RSS_PATH.length) + form) : [];
  });
  return [...new Set(topics)];
}
