import { APPLE_CATEGORIES } from "../../model/podcast-categories.ts";
import { hintAt, nearest } from "../nearest.ts";

/** A field of a podcast and what is expected of it. */
export type PodcastFault = { readonly field: string; readonly expected: string };

/** Compares category and subcategory with Apple's list, to the letter, as directories do. */
export function categoryFaults(category: string | undefined, subcategory: string | undefined): PodcastFault[] {
  if (category === undefined)
    return subcategory === undefined
      ? [{ field: "category", expected: "a category of Apple's list, in English, such as News" }]
      : [{ field: "category", expected: `the category that the subcategory is of${ofSubcategory(subcategory)}` }];
  const below = Object.hasOwn(APPLE_CATEGORIES, category) ? APPLE_CATEGORIES[category] : undefined;
  if (!below)
    return [{ field: "category", expected: `a category of Apple's list, in English${nearestCategory(category)}` }];
  if (subcategory === undefined || below.includes(subcategory)) return [];
  if (below.length === 0)
    return [{ field: "subcategory", expected: `no subcategory: ${category} has none${ofSubcategory(subcategory)}` }];
  const hint = hintAt(plainName(subcategory), below) || ofSubcategory(subcategory) || sharedWords(subcategory, below);
  return [{ field: "subcategory", expected: `one of the subcategories of ${category}: ${below.join(", ")}${hint}` }];
}

/** The categories in the form in which they were written elsewhere: `Society &amp; Culture`, `News and Politics`. */
function plainName(name: string): string {
  return name.replaceAll("&amp;", "&").replace(/ and /gi, " & ");
}

function nearestCategory(name: string): string {
  const plain = plainName(name);
  const [known] = nearest(plain, Object.keys(APPLE_CATEGORIES));
  if (known !== undefined) return `; did you mean "${known}"?`;
  return ofSubcategory(plain) || sharedWords(plain, Object.keys(APPLE_CATEGORIES)) || ofAll();
}

/** A subcategory in the place of its category is the most common mistake. */
function ofSubcategory(name: string): string {
  const plain = plainName(name);
  const all = Object.values(APPLE_CATEGORIES).flat();
  const [known] = nearest(plain, all);
  const above = Object.entries(APPLE_CATEGORIES).find(([, below]) => known !== undefined && below.includes(known))?.[0];
  return above === undefined ? "" : `; did you mean category "${above}" with subcategory "${known}"?`;
}

/** Names that have a word in common: "News & Politics" and "News". */
function sharedWords(name: string, known: readonly string[]): string {
  const words = wordsOf(name);
  const [first] = known.filter((each) => wordsOf(each).some((word) => words.includes(word)));
  return first === undefined ? "" : `; did you mean "${first}"?`;
}

function wordsOf(name: string): string[] {
  return name
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((word) => word.length > 2);
}

function ofAll(): string {
  return `: ${Object.keys(APPLE_CATEGORIES).join(", ")}`;
}
