import { type Around, aroundArticle } from "../../../model/around.ts";
import type { Place, Signpost } from "../data-files.ts";
import { nextChangeOf } from "../item.ts";
import type { ContentReader } from "./content-reader.ts";
import { feedStateAt } from "./feed-state.ts";
import { articleIn } from "./place.ts";
import { inBucket } from "./read-lookups.ts";

/**
 * Reads what is around an article that was looked up before: no file more than its address needs, and none for an
 * article of the newest two divisions.
 */
export async function readAround(
  reader: ContentReader,
  { slug, id }: { readonly slug: string; readonly id: string },
  now: number,
): Promise<Around> {
  const { everything } = reader.head;
  const state = feedStateAt(everything, now);
  const division = await divisionOf(reader, { slug, id });
  const isCurrent = division >= state.archives;
  const numbers = isCurrent ? [state.archives, state.archives + 1] : [division];
  const places = (await Promise.all(numbers.map((number) => reader.places(everything, number)))).flat();
  const first = numbers[0] ?? 1;
  const around = aroundArticle(
    places.flatMap((place) => articleIn(place, now) ?? []),
    id,
    { older: first > 1 ? first - 1 : undefined, newer: isCurrent ? undefined : division + 1 },
  );
  const next = Math.min(isCurrent ? state.next : Infinity, ...places.map((place) => nextOf(place, now)));
  return {
    ...around,
    ...(Number.isFinite(next) && { validUntil: next }),
  };
}

/** The division of an article in the history of everything. */
async function divisionOf(
  reader: ContentReader,
  { slug, id }: { readonly slug: string; readonly id: string },
): Promise<number> {
  const { everything, newest } = reader.head;
  const has = (places: readonly Place[]) => places.some((place) => place.id === id);
  if (has(everything.open)) return everything.archives + 1;
  if (has(newest)) return everything.archives;
  const signpost = await inBucket<Signpost>(reader, "slugs", slug);
  return signpost?.kind === "article" ? signpost.division : everything.archives + 1;
}

function nextOf(place: Place, now: number): number {
  return place.entered > now ? place.entered : nextChangeOf(place, now);
}
