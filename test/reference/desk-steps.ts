import fc from "fast-check";
import type { Article } from "../../src/model/article.ts";
import { timestampInUtc } from "../../src/model/timestamp.ts";
import { articleNamed } from "../fixtures/file-content.ts";
import { publication } from "../fixtures/full-article.ts";

/** The time before the first step. */
export const START = Date.UTC(2026, 5, 1, 12);

/** The publication of the articles. Notices end within the days that the steps take. */
export const ABOUT = {
  ...publication,
  retractions: { days: 1 },
  podcast: {},
  sections: [{ slug: "harbour", title: "Harbour", podcast: {} }],
};

const RECORDING: Article["attachments"] = [
  { file: { url: "https://elsewhere.example.org/a.mp3", mediaType: "audio/mpeg", length: 9 } },
];
const TAGS = ["Boats", "Trains", "制裁"];
const MAX_ARTICLES = 12;

/**
 * What a desk does, and the passing of time. Articles are named by number. A step on an article that does not exist has
 * no effect.
 */
export type Step =
  | {
      readonly kind: "put";
      readonly article: number;
      readonly tags: readonly string[];
      readonly words: string;
      readonly isEpisode?: boolean;
    }
  | { readonly kind: "draft" | "move" | "retract" | "publish"; readonly article: number }
  | { readonly kind: "schedule" | "expire"; readonly article: number; readonly minutes: number }
  | { readonly kind: "wait"; readonly minutes: number };

const article = fc.nat({ max: MAX_ARTICLES - 1 });
const minutes = fc.integer({ min: 1, max: 30 });
export const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant("put" as const),
      article,
      tags: fc.subarray(TAGS),
      words: fc.constantFrom("harbour sanctions", "party", "朝鲜制裁 ferry"),
      isEpisode: fc.boolean(),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constantFrom("draft", "move", "retract", "publish"), article }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constantFrom("schedule", "expire"), article, minutes }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("wait" as const), minutes }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant("wait" as const), minutes: fc.constantFrom(600, 1440, 1500) }),
  },
);

/**
 * The article after the step, or undefined if the step has nothing to do. Each step takes a second of its own, so that
 * no two articles become due at the same time.
 */
export function after(step: Step, known: Article | undefined, now: number, isSeen: boolean): Article | undefined {
  if (step.kind === "wait") return undefined;
  const later = (by: number) => timestampInUtc(now + by * 60_000);
  if (step.kind === "put") {
    const base = known ?? articleNamed(`article-${step.article}`, { published: timestampInUtc(START - 86_400_000) });
    return {
      ...base,
      tags: [...step.tags],
      summary: step.words,
      section: step.tags.length > 1 ? "harbour" : undefined,
      attachments: step.isEpisode === true ? RECORDING : [],
    };
  }
  if (!known) return undefined;
  const { scheduledFor: _, unpublishAt: __, retraction: ___, ...plain } = known;
  switch (step.kind) {
    case "publish":
      return { ...plain, status: "published" };
    case "draft":
      return { ...plain, status: "draft" };
    case "move":
      // The address of a draft is private, and a former address that no reader saw does not redirect.
      return known.status === "draft" || !isSeen ? undefined : moved(known);
    case "retract":
      return { ...plain, status: "retracted", retraction: { time: timestampInUtc(now), reason: "It was wrong" } };
    case "schedule":
      return { ...plain, status: "scheduled", scheduledFor: later(step.minutes) };
    case "expire":
      return known.status === "retracted" ? undefined : { ...known, unpublishAt: later(step.minutes + 60) };
  }
}

function moved(known: Article): Article {
  const slug = known.slug.endsWith("-moved") ? known.slug.slice(0, -6) : `${known.slug}-moved`;
  return {
    ...known,
    slug,
    url: known.url.replace(known.slug, slug),
    formerSlugs: [...new Set([...known.formerSlugs, known.slug])].filter((each) => each !== slug),
  };
}

/** Steps that the property once found a fault with. */
export const FOUND: readonly (readonly Step[])[] = [
  // An article that was public waits to be public again, and is sent twice before that.
  [
    { kind: "put", article: 0, tags: [], words: "harbour sanctions" },
    { kind: "wait", minutes: 1 },
    { kind: "schedule", article: 0, minutes: 1 },
    { kind: "put", article: 0, tags: [], words: "harbour sanctions" },
    { kind: "put", article: 0, tags: [], words: "朝鲜制裁 ferry" },
  ],
  // The same, and its tags change while it waits.
  [
    { kind: "put", article: 0, tags: ["Boats"], words: "party" },
    { kind: "wait", minutes: 1 },
    { kind: "schedule", article: 0, minutes: 30 },
    { kind: "put", article: 0, tags: ["Trains"], words: "party" },
    { kind: "put", article: 0, tags: ["Boats", "Trains"], words: "party" },
    { kind: "wait", minutes: 31 },
  ],
  // An article leaves a feed and joins it again.
  [
    { kind: "put", article: 0, tags: ["Boats"], words: "party" },
    { kind: "wait", minutes: 1 },
    { kind: "put", article: 0, tags: ["Trains"], words: "party" },
    { kind: "wait", minutes: 1 },
    { kind: "put", article: 0, tags: ["Boats", "Trains"], words: "party" },
    { kind: "put", article: 0, tags: ["Trains"], words: "party" },
  ],
  // Episodes: as many as would fill archives of another feed, and one that is withdrawn, which a podcast does not tell.
  [
    ...Array.from({ length: 8 }, (_, article): Step => {
      return {
        kind: "put",
        article,
        tags: article % 2 === 0 ? ["Boats"] : ["Boats", "Trains"],
        words: "party",
        isEpisode: true,
      };
    }),
    { kind: "wait", minutes: 1 },
    { kind: "retract", article: 7 },
    { kind: "retract", article: 2 },
  ],
];
