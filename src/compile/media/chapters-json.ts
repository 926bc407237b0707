import * as z from "zod";
import { webAddress } from "../../model/schema.ts";

/** The media type of a JSON document of chapters (Podcast Namespace, "JSON Chapters Format"). */
export const CHAPTERS_MEDIA_TYPE = "application/json+chapters";

/** What the format calls an optional text may be empty: programs write a chapter without a link so. */
const address = z.union([z.literal(""), webAddress], { error: "expected an https address" }).optional();
const seconds = z
  .number({ error: "expected a number of seconds" })
  .nonnegative({ error: "expected 0 or more seconds" });
const text = z.string({ error: "expected a text" }).optional();

/** The format allows other members. */
const chaptersSchema = z.looseObject({
  version: z.string({ error: 'expected the version of the format, "1.2.0"' }),
  chapters: z
    .array(
      z.looseObject({
        startTime: seconds,
        endTime: seconds.optional(),
        title: text,
        img: address,
        url: address,
        toc: z.boolean({ error: "expected true or false" }).optional(),
        location: z.looseObject({ name: z.string(), geo: z.string() }).optional(),
      }),
      { error: "expected a list of chapters" },
    )
    .min(1, { error: "expected a chapter" }),
});

/** A JSON file is a document of chapters if it says so by this member. */
export function isChapters(value: unknown): boolean {
  return typeof value === "object" && value !== null && "chapters" in value;
}

/** The first thing that is wrong with a document of chapters, and its place. Undefined if nothing is wrong. */
export function chaptersFault(value: unknown): { readonly found: string; readonly expected: string } | undefined {
  const { data, error } = chaptersSchema.safeParse(value);
  const [issue] = error?.issues ?? [];
  if (issue) return { found: `a fault at ${placeOf(issue.path)}`, expected: issue.message.replace(/^expected /, "") };
  const starts = data?.chapters.map(({ startTime }) => startTime) ?? [];
  const index = starts.findIndex((start, place) => start < (starts[place - 1] ?? 0));
  if (index === -1) return undefined;
  return {
    found: `a fault at ${placeOf(["chapters", index, "startTime"])}`,
    expected: "chapters in the order of their starts",
  };
}

function placeOf(path: readonly PropertyKey[]): string {
  return path
    .map((key, index) => (typeof key === "number" ? `[${key}]` : `${index > 0 ? "." : ""}${String(key)}`))
    .join("");
}
