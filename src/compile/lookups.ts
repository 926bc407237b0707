import type { Destinations, Slugs } from "./body/resolve/resolve-address.ts";
import type { MediaFacts } from "./media/media-facts.ts";
import type { MediaFolder } from "./media/media-folder.ts";
import { isSerial, type SerialPodcasts } from "./podcast/serial-faults.ts";

/**
 * What the compilation of an article asked about everything outside of its file, with the answers. As long as the
 * answers are the same, so is the result.
 *
 * - `articles` and `drafts`: whether a slug is that of an article, or of a draft.
 * - `names` and `paths`: the name, the hash and the duration of the media file that a name or a path led to.
 * - `section`: that of the article. It was one of the publication's.
 * - `language`: that of the publication, if the article names none.
 * - `serial`: of an episode, whether one of its podcasts is to be heard in order.
 */
export type Lookups = {
  readonly articles?: Answers<boolean>;
  readonly drafts?: Answers<boolean>;
  readonly names?: Answers<MediaAnswer>;
  readonly paths?: Answers<MediaAnswer>;
  readonly section?: string;
  readonly language?: string;
  readonly serial?: boolean;
};

type Answers<Answer> = Readonly<Record<string, Answer>>;
type MediaAnswer = readonly [name: string, hash: string, duration?: number] | null;

/** What lookups are about. */
export type LookedUp = {
  readonly sections: readonly string[] | undefined;
  readonly language: string | undefined;
  /** Undefined if publication.yaml cannot tell. */
  readonly serial: SerialPodcasts | undefined;
  readonly destinations: Destinations;
};

/** Wraps destinations so that every question and its answer are kept. */
export function recordLookups(destinations: Destinations): {
  readonly destinations: Destinations;
  readonly asked: () => Pick<Lookups, "articles" | "drafts" | "names" | "paths">;
} {
  const articles = new Map<string, boolean>();
  const drafts = new Map<string, boolean>();
  const names = new Map<string, MediaAnswer>();
  const paths = new Map<string, MediaAnswer>();
  const { media } = destinations;
  const folder: MediaFolder = {
    ...media,
    find: (name) => {
      names.set(name, findAnswer(media, name));
      return media.find(name);
    },
    at: (path) => {
      const facts = media.at(path);
      paths.set(path, answerOf(facts));
      return facts;
    },
  };
  const slugs = destinations.articles;
  const asked = () => ({
    ...(articles.size > 0 && { articles: Object.fromEntries(articles) }),
    ...(drafts.size > 0 && { drafts: Object.fromEntries(drafts) }),
    ...(names.size > 0 && { names: Object.fromEntries(names) }),
    ...(paths.size > 0 && { paths: Object.fromEntries(paths) }),
  });
  return {
    destinations: {
      ...destinations,
      media: folder,
      articles: slugs && {
        has: (slug) => {
          articles.set(slug, slugs.has(slug));
          return slugs.has(slug);
        },
        [Symbol.iterator]: () => slugs[Symbol.iterator](),
      },
      drafts: {
        has: (slug) => {
          drafts.set(slug, destinations.drafts.has(slug));
          return destinations.drafts.has(slug);
        },
      },
    },
    asked,
  };
}

/**
 * Returns whether every question has the same answer still. What publication.yaml cannot tell, because it has a fault,
 * counts as the same.
 */
export function areAnswersSame(lookups: Lookups, { sections, language, serial, destinations }: LookedUp): boolean {
  const { media, articles, drafts } = destinations;
  if (lookups.section !== undefined && sections && !sections.includes(lookups.section)) return false;
  if (lookups.language !== undefined && language !== undefined && lookups.language !== language) return false;
  if (lookups.serial !== undefined && serial && lookups.serial !== isSerial(serial, lookups.section)) return false;
  return (
    areSame(lookups.articles, (slug) => articles?.has(slug) ?? true) &&
    areSame(lookups.drafts, (slug) => drafts.has(slug)) &&
    areSame(lookups.names, (name) => findAnswer(media, name)) &&
    areSame(lookups.paths, (path) => answerOf(media.at(path)))
  );
}

/** Every article is there, and none is a draft: what is assumed before the slugs of all articles are known. */
export const ASSUMED: { readonly articles: Slugs; readonly drafts: Pick<Slugs, "has"> } = {
  articles: { has: () => true, [Symbol.iterator]: () => [].values() },
  drafts: { has: () => false },
};

function findAnswer(media: MediaFolder, name: string): MediaAnswer {
  const facts = media.find(name);
  return facts === "refused" ? null : answerOf(facts);
}

function answerOf(facts: MediaFacts | undefined): MediaAnswer {
  if (!facts) return null;
  const { name, hash, duration } = facts;
  return duration === undefined ? [name, hash] : [name, hash, duration];
}

function areSame<Answer>(answers: Answers<Answer> | undefined, ask: (question: string) => Answer): boolean {
  if (!answers) return true;
  return Object.entries(answers).every(([question, answer]) => String(ask(question)) === String(answer));
}
