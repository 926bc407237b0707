import type { Article } from "../model/article.ts";
import { articlePath, PLACEHOLDER_ORIGIN } from "../site/addresses.ts";
import type { Destinations } from "./body/resolve/resolve-address.ts";
import { type ResolvedBody, resolveBody } from "./body/resolve/resolve-body.ts";
import { checkArticle, type ResolvedFields } from "./check-article.ts";
import type { ContentFault } from "./content-fault.ts";
import type { ArticleFields } from "./front-matter/article-fields.ts";
import type { FieldSource } from "./front-matter/field-source.ts";
import { attachmentOfField, type ResolvedAttachment } from "./media/attachment-of-field.ts";
import type { MediaFacts } from "./media/media-facts.ts";
import { type MediaUse, mediaOfField } from "./media/use-media.ts";
import { type ParsedArticle, withBodyNotes } from "./parse-article.ts";
import { episodeNumberFaults, type SerialPodcasts } from "./podcast/serial-faults.ts";
import type { ReadArticle } from "./read-article.ts";

/** What an article is compiled beside. */
export type ArticleSetting = {
  /** Slugs of sections. Undefined if publication.yaml cannot tell. */
  readonly sections: readonly string[] | undefined;
  /** The publication's language, for articles that name none. */
  readonly language: string | undefined;
  readonly serial: SerialPodcasts;
  readonly destinations: Destinations;
  /**
   * Makes the id to propose for an article without one. Undefined if the publication has no identity to make it under.
   */
  readonly mintId: (() => string) | undefined;
};

/** The fields of an article, seen beside one another and with the files they name. */
type CompleteFields = {
  readonly source: FieldSource;
  readonly fields: ArticleFields;
  readonly resolved: ResolvedFields | undefined;
  readonly image: Article["image"] | undefined;
  readonly attachments: readonly ResolvedAttachment[];
};

/** An article with everything it names. `media` are the files of ours that its body and fields use. */
export type ResolvedArticle = {
  readonly read: ReadArticle;
  readonly body: ResolvedBody | undefined;
  /** Undefined if the fields could not be read at all. */
  readonly complete: CompleteFields | undefined;
  readonly language: string;
  readonly media: readonly MediaFacts[];
  readonly faults: readonly ContentFault[];
  readonly warnings: readonly ContentFault[];
};

/**
 * The third stage: finds everything that an article names among the setting's destinations, and checks its fields
 * against one another.
 */
export function resolveArticle(
  { read, body: parsed, ...notes }: ParsedArticle,
  setting: ArticleSetting,
): ResolvedArticle {
  const { file, source, fields, slug } = read;
  const { destinations } = setting;
  const place = { slug, page: PLACEHOLDER_ORIGIN + articlePath(slug.toWellFormed()), destinations };
  const resolving = withBodyNotes(file, (report) => parsed && resolveBody(parsed, place, report));
  const body = resolving.value;
  const faults = [...notes.faults, ...resolving.faults];
  const warnings = [...notes.warnings, ...resolving.warnings];
  const media = [...(body?.media ?? [])];
  const language = fields?.language ?? setting.language ?? "en";
  const resolved = { read, body, language, media, faults, warnings };
  if (!source) return { ...resolved, complete: undefined };
  if (source.value.id === undefined) faults.push(missingId(source, setting.mintId));
  if (!fields) return { ...resolved, complete: undefined };

  const checked = checkArticle(fields, slug, source, setting.sections);
  faults.push(...checked.faults);
  const use: MediaUse = {
    folder: destinations.media,
    origin: destinations.origin,
    report: (fault) => faults.push(fault),
    use: (facts) => media.push(facts),
  };
  const image = imageOf(fields, source, use, warnings);
  const attachments = fields.attachments.map((each, index) =>
    attachmentOfField(each, { source, path: ["attachments", index] }, use),
  );
  faults.push(...episodeNumberFaults(setting.serial, { section: fields.section, attachments }, source));
  return { ...resolved, complete: { source, fields, resolved: checked.resolved, image, attachments } };
}

function missingId(source: FieldSource, mintId: ArticleSetting["mintId"]): ContentFault {
  const expected = mintId
    ? `a permanent id; add this line: id: ${mintId()}`
    : "a permanent id; it can be made once publication.yaml has an identity";
  return source.faultAt(["id"], expected);
}

/** The lead picture of an article or a page, with the file that it names. */
export function imageOf(
  { image }: Pick<ArticleFields, "image">,
  source: FieldSource,
  use: MediaUse,
  warnings: ContentFault[],
): Article["image"] | undefined {
  if (!image) return undefined;
  const { src, alt, caption, credit, ...given } = image;
  const field = { source, path: ["image", "src"], kind: "image", given } as const;
  const file = src === undefined ? undefined : mediaOfField(src, field, use);
  if (src !== undefined && alt === undefined)
    warnings.push(source.faultAt(["image", "alt"], 'alternative text for the picture, or "" if it only decorates'));
  return {
    ...(file && { file }),
    ...(alt !== undefined && { alternativeText: alt }),
    ...(caption !== undefined && { caption }),
    ...(credit !== undefined && { credit }),
  };
}
