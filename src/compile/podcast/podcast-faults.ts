import { type Podcast, podcastOf, podcastScopes } from "../../model/podcast.ts";
import { coverOf, isCover } from "../../model/podcast-cover.ts";
import { ownerOf } from "../../model/podcast-owner.ts";
import type { Publication } from "../../model/publication.ts";
import type { ContentFault, FieldPath } from "../content-fault.ts";
import type { FieldSource } from "../front-matter/field-source.ts";
import { categoryFaults, type PodcastFault } from "./category-fault.ts";
import { COVER, coverFault } from "./cover-fault.ts";

type Publishing = Pick<Publication, "podcast" | "sections" | "people" | "icon" | "logo" | "title" | "description">;

/** Characters that Apple shows. */
const MAX_NAME = 255;
const MAX_DESCRIPTION = 4_000;

/**
 * Checks the podcasts of a publication for what directories require (PSP-1, "Required Channel Elements"; Apple, "A
 * Podcaster's Guide to RSS"): a category, a cover and an owner, each within their limits. A fault of the podcast of a
 * section is told there, unless the section inherits the value.
 */
export function podcastFaults(publication: Publishing, source: FieldSource): ContentFault[] {
  return podcastScopes(publication).flatMap((scope) => {
    const index = publication.sections.findIndex(({ slug }) => slug === scope.section);
    const path: FieldPath = scope.section === undefined ? ["podcast"] : ["sections", index, "podcast"];
    const own = scope.section === undefined ? publication.podcast : publication.sections[index]?.podcast;
    const podcast = podcastOf(publication, scope);
    if (!podcast || !own) return [];
    // What a section inherits has been checked once.
    const inherits = (field: string) => path.length > 1 && publication.podcast !== undefined && !(field in own);
    return faultsOf(podcast, publication)
      .filter(({ field }) => !inherits(field))
      .map(({ field, found, expected }) => ({
        ...source.faultAt([...path, field], expected),
        ...(found !== undefined && { found }),
      }));
  });
}

type FoundFault = PodcastFault & { readonly found?: string };

function faultsOf(podcast: Podcast, publication: Publishing): FoundFault[] {
  const { category, subcategory, image, title = "", description = "", author = "" } = podcast;
  const tooLong = (field: string, value: string, max: number): FoundFault[] =>
    value.length <= max
      ? []
      : [{ field, found: `${value.length} characters`, expected: `at most ${max} characters, as directories show` }];
  return [
    ...categoryFaults(category, subcategory),
    ...(image ? imageFaults(image) : missingCover(podcast, publication)),
    ...(ownerOf(podcast, publication)
      ? []
      : [{ field: "owner", expected: "an owner with name and email, or a person with an e-mail address in people" }]),
    ...tooLong("title", title, MAX_NAME),
    ...tooLong("author", author, MAX_NAME),
    ...tooLong("description", description, MAX_DESCRIPTION),
  ];
}

function imageFaults(image: NonNullable<Podcast["image"]>): FoundFault[] {
  const fault = coverFault(image);
  return fault ? [{ field: "image", ...fault }] : [];
}

function missingCover(podcast: Podcast, publication: Publishing): FoundFault[] {
  if (coverOf(podcast, publication)) return [];
  const shown = (["logo", "icon"] as const).flatMap((name) => {
    const file = publication[name];
    const fault = file && !isCover(file) ? coverFault(file) : undefined;
    return fault ? [`the ${name} is ${fault.found}`] : [];
  });
  const why = shown.length === 0 ? "" : `; ${shown.join(", and ")}`;
  return [{ field: "image", expected: `the name of ${COVER} in content/media${why}` }];
}
