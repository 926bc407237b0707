import { createApp } from "../../../http/app.ts";
import type { HotDocument } from "../../../http/hot/hot-document.ts";
import { RepresentationCache } from "../../../http/representation/representation-cache.ts";
import { ALL } from "../../../model/selection.ts";
import { instantOf } from "../../../model/timestamp.ts";
import { FEED_FORMAT_NAMES, FEED_FORMATS } from "../../../render/formats.ts";
import { articlePath, FRONT_PATH, scopePrefix } from "../../../site/addresses.ts";
import { openContentStore } from "../../../store/files/content-store.ts";
import type { ContentHead } from "../../../store/files/data-files.ts";
import type { ReadDataFile } from "../../../store/files/read/content-files.ts";
import { foundingDay } from "../../../store/founding-day.ts";
import type { Site } from "../../../store/site-by-address.ts";

/** The first sections of a publication, in its own order. */
const MAX_HOT_SECTIONS = 30;
/** The newest articles. */
const MAX_HOT_ARTICLES = 100;

/** A later change of the clock than this is not waited for, in milliseconds. A Worker is deployed more often. */
const LONG = 100 * 365 * 86_400_000;

/**
 * Renders the documents that readers ask for most, as the Worker does from `hotFrom` on: the front page and
 * the main feeds, the same of each section, and the pages of the newest articles. It sends their requests to the
 * service itself, so that their bytes, their validators and the keys by which the Worker looks for them are the
 * Worker's own.
 *
 * @param read reads what the build has just written
 */
export async function* renderHotDocuments(head: ContentHead, read: ReadDataFile): AsyncGenerator<HotDocument> {
  const { address } = head.publication;
  const site = { origin: address, store: openContentStore(JSON.stringify(head), read, address) };
  const from = hotFrom(head);
  const early = openService(head, site);
  const late = openService(head, site);
  for (const path of await hotPaths(site, head, from)) {
    const found = await early(path, from);
    if (!found) continue;
    // A time in the content that is still to come can change a document at every moment until then.
    const end = Math.min(found.representation.validUntil, from + LONG) - 1;
    const then = end > from ? await late(path, end) : undefined;
    if (then && namesSameState(found, then)) yield found;
  }
}

/**
 * From when the hot documents of a build are right: the last instant by which anything in it had changed. The same
 * content gives the same, whenever it is built.
 */
export function hotFrom({ asOf, modified, pagesModified, linksModified, publication }: ContentHead): number {
  return Math.max(asOf, modified, pagesModified, linksModified, instantOf(foundingDay(publication)));
}

async function hotPaths({ store }: Site, { publication }: ContentHead, from: number): Promise<string[]> {
  const sections = publication.sections.slice(0, MAX_HOT_SECTIONS);
  const prefixes = ["", ...sections.map(({ slug }) => scopePrefix({ kind: "section", slug }))];
  const forms = [FRONT_PATH, ...FEED_FORMAT_NAMES.map((form) => FEED_FORMATS[form].path)];
  const newest = await store.feed(ALL, { kind: "current" }, from);
  return [
    ...prefixes.flatMap((prefix) => forms.map((form) => prefix + form)),
    ...(newest?.entries ?? []).slice(0, MAX_HOT_ARTICLES).map(({ slug }) => articlePath(slug)),
  ];
}

/** The service of a site: renders what is at a path at a moment. */
function openService({ division }: ContentHead, site: Site) {
  const representations = new RepresentationCache();
  const asked = { key: "", now: 0 };
  const app = createApp(
    {
      config: { division, feedMaxAge: 0, pageMaxAge: 0 },
      siteFor: () => site,
      mediaFiles: { open: async () => undefined },
      built: async (key) => {
        asked.key = key;
        return undefined;
      },
      now: () => asked.now,
      log: () => {},
    },
    { hasDoor: false, representations },
  );
  return async (path: string, now: number): Promise<HotDocument | undefined> => {
    asked.now = now;
    const { status } = await app.fetch(new Request(site.origin + path));
    const representation = status === 200 ? representations.get(asked.key, now) : undefined;
    return representation && { key: asked.key, representation };
  };
}

function namesSameState(one: HotDocument, other: HotDocument): boolean {
  const stateOf = ({ key, representation: { codings: _, ...state } }: HotDocument) => JSON.stringify([key, state]);
  return stateOf(one) === stateOf(other);
}
