import * as z from "zod";
import type { Podcast } from "../model/podcast.ts";
import { type Publication, publicationSchema, tagAuthoritySchema } from "../model/publication.ts";
import type { TagAuthority } from "../model/tag-uri.ts";
import { isPlaceholderAddress } from "../site/placeholder-address.ts";
import type { ContentFault, FieldPath } from "./content-fault.ts";
import { type ContentFile, PUBLICATION_FILE } from "./content-sources.ts";
import { parseFields } from "./front-matter/parse-fields.ts";
import { type PodcastFields, PUBLICATION_FIELDS, publicationFieldsSchema } from "./front-matter/publication-fields.ts";
import { readYaml } from "./front-matter/read-yaml.ts";
import type { MediaFacts } from "./media/media-facts.ts";
import type { MediaFolder } from "./media/media-folder.ts";
import { mediaOfField } from "./media/use-media.ts";
import { podcastFaults } from "./podcast/podcast-faults.ts";
import { readText } from "./read-text.ts";
import { authorFaults } from "./theme/author-faults.ts";
import { themeFaults } from "./theme/theme-faults.ts";

/** `sections` and `identity` are known even if another field has a fault, so that articles can be checked. */
export type CompiledPublication = {
  readonly publication: Publication | undefined;
  /** The slugs of the sections. */
  readonly sections: readonly string[] | undefined;
  readonly identity: TagAuthority | undefined;
  readonly media: readonly MediaFacts[];
  readonly faults: readonly ContentFault[];
};

/** @param needsAddress whether the placeholder address is a fault, as it is for a deploy */
export function compilePublication(
  content: ContentFile | undefined,
  folder: MediaFolder,
  needsAddress: boolean,
): CompiledPublication {
  const failed = (faults: readonly ContentFault[], identity?: TagAuthority): CompiledPublication => ({
    publication: undefined,
    sections: undefined,
    identity,
    media: [],
    faults,
  });
  if (!content)
    return failed([
      { file: PUBLICATION_FILE, expected: "the file, with title, address, description, language and identity" },
    ]);
  const read = readText(content);
  if (!read.ok) return failed([read.error]);
  const yaml = readYaml(content.file, read.value);
  if (!yaml.ok) return failed(yaml.error);
  const source = yaml.value;
  const identity = tagAuthoritySchema.safeParse(source.value.identity).data;
  const parsed = parseFields(publicationFieldsSchema, source, PUBLICATION_FIELDS);
  if (!parsed.fields || parsed.faults.length > 0)
    return { ...failed(parsed.faults, identity), sections: slugsIn(source.value.sections) };

  const { icon, logo, podcast, authors, sections: sectionFields, ...fields } = parsed.fields;
  const faults: ContentFault[] = [];
  const media: MediaFacts[] = [];
  const use = {
    folder,
    report: (fault: ContentFault) => faults.push(fault),
    use: (facts: MediaFacts) => media.push(facts),
  };
  const picture = (name: string | undefined, path: FieldPath) =>
    name === undefined ? undefined : mediaOfField(name, { source, path, kind: "image" }, use);
  const withCover = ({ image, ...rest }: PodcastFields, path: FieldPath): Podcast => {
    const file = picture(image, [...path, "image"]);
    return { ...rest, ...(file && { image: file }) };
  };
  const publication = {
    ...fields,
    icon: picture(icon, ["icon"]),
    logo: picture(logo, ["logo"]),
    ...(authors && {
      authors: authors.map((author, index) => ({
        ...author,
        picture: picture(author.picture, ["authors", index, "picture"]),
      })),
    }),
    ...(podcast && { podcast: withCover(podcast, ["podcast"]) }),
    sections: sectionFields.map(({ podcast: own, ...section }, index) => ({
      ...section,
      ...(own && { podcast: withCover(own, ["sections", index, "podcast"]) }),
    })),
  };
  // A picture that is not there has been reported.
  if (faults.length === 0) faults.push(...podcastFaults(publication, source));
  const sections = sectionFields.map((section) => section.slug);
  sections.forEach((slug, index) => {
    if (sections.indexOf(slug) < index) faults.push(source.faultAt(["sections", index, "slug"], "each section once"));
  });
  faults.push(...themeFaults(fields.theme, sections, source), ...authorFaults(authors, source));
  if (needsAddress && isPlaceholderAddress(fields.address))
    faults.push(
      source.faultAt(["address"], "the address at which readers reach the service, in place of the placeholder"),
    );
  if (faults.length > 0) return { publication: undefined, sections, identity, media, faults };
  return { publication: publicationSchema.parse(publication), sections, identity, media, faults };
}

/** The slugs of sections of which some have faults. Returns undefined if a slug is missing. */
function slugsIn(sections: unknown): readonly string[] | undefined {
  const slugs = z.array(z.looseObject({ slug: z.string() })).safeParse(sections ?? []).data;
  return slugs?.map(({ slug }) => slug);
}
