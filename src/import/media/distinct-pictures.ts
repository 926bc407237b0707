import type { Picture } from "../feeds/imported-entry.ts";
import { pictureKeys } from "./picture-key.ts";

type Group = { best: Picture; readonly keys: Set<string> };

/**
 * The pictures without those that are other sizes of one before. Of several sizes the widest stays, with the texts of
 * all.
 */
export function distinctPictures(pictures: readonly Picture[]): readonly Picture[] {
  return groupsOf(pictures).map(({ best }) => best);
}

/** The pictures that are not among the `shown` ones in any size. */
export function picturesBeside(pictures: readonly Picture[], shown: readonly string[]): readonly Picture[] {
  const keys = new Set(shown.flatMap((address) => pictureKeys(address)));
  return groupsOf(pictures).flatMap((group) => ([...group.keys].some((key) => keys.has(key)) ? [] : [group.best]));
}

function groupsOf(pictures: readonly Picture[]): readonly Group[] {
  const groups: Group[] = [];
  const byKey = new Map<string, Group>();
  for (const picture of pictures) {
    const others = (picture.sizes ?? []).flatMap((address) => pictureKeys(address));
    const keys = [...pictureKeys(picture.url, picture.width), ...others];
    const known = keys.map((key) => byKey.get(key)).find((group) => group !== undefined);
    const group = known ?? { best: picture, keys: new Set<string>() };
    if (known) known.best = bestOf(known.best, picture);
    else groups.push(group);
    for (const key of keys) {
      group.keys.add(key);
      byKey.set(key, group);
    }
  }
  return groups;
}

/** The wider of two sizes, with what only the other one says. The first one wins if no width is known. */
export function bestOf(first: Picture, second: Picture): Picture {
  const [best, other] = (second.width ?? 0) > (first.width ?? 0) ? [second, first] : [first, second];
  const { alternativeText, caption, credit } = other;
  return {
    ...best,
    alternativeText: best.alternativeText || alternativeText,
    caption: best.caption ?? caption,
    credit: best.credit ?? credit,
  };
}
