import { type Article, articleSchema } from "../model/article.ts";
import { articlePath, PLACEHOLDER_ORIGIN } from "../site/addresses.ts";
import { lineOf } from "./body/body-report.ts";
import { type CompiledBody, compileBody, TOO_DEEP } from "./body/compile-body.ts";
import type { Destinations } from "./body/resolve-address.ts";
import { summarise } from "./body/summarise.ts";
import { checkArticle } from "./check-article.ts";
import type { ContentFault } from "./content-fault.ts";
import type { ArticleFields } from "./front-matter/article-fields.ts";
import type { FieldSource } from "./front-matter/field-source.ts";
import type { MediaFacts } from "./media/media-facts.ts";
import { type MediaUse, mediaOfField } from "./media/use-media.ts";
import type { ReadArticle } from "./read-article.ts";

/**
 * What an article is compiled beside. `mintId` makes the id to propose where one is missing, if the publication says
 * under whose name.
 */
export type ArticleSetting = {
  /** Slugs; undefined where publication.yaml cannot tell. */
  readonly sections: readonly string[] | undefined;
  /** The publication's, for articles that name none. */
  readonly language: string | undefined;
  readonly destinations: Destinations;
  readonly mintId: (() => string) | undefined;
};

/** `article` is there only where nothing is at fault; `media` are all files it names, as far as they are there. */
export type CompiledArticle = {
  readonly read: ReadArticle;
  readonly article: Article | undefined;
  readonly media: readonly MediaFacts[];
  readonly faults: readonly ContentFault[];
  readonly warnings: readonly ContentFault[];
};

export function compileArticle(read: ReadArticle, setting: ArticleSetting): CompiledArticle {
  const { source, fields, slug } = read;
  const faults = [...read.faults];
  const warnings: ContentFault[] = [];
  const media: MediaFacts[] = [];
  const body = bodyOf(read, setting, faults, warnings);
  if (body) media.push(...body.media);
  if (!source) return { read, article: undefined, media, faults, warnings };
  if (source.value.id === undefined) faults.push(missingId(source, setting.mintId));
  if (!fields) return { read, article: undefined, media, faults, warnings };

  const checked = checkArticle(fields, slug, source, setting.sections);
  faults.push(...checked.faults);
  const use: MediaUse = {
    folder: setting.destinations.media,
    origin: setting.destinations.origin,
    report: (fault) => faults.push(fault),
    use: (facts) => media.push(facts),
  };
  const image = imageOf(fields, source, use, warnings);
  const attachments = fields.attachments.map(({ src, title, ...given }, index) => ({
    file: mediaOfField(src, { source, path: ["attachments", index, "src"], given, needsLength: true }, use),
    title,
  }));
  if (faults.length > 0 || !body || !checked.settled) return { read, article: undefined, media, faults, warnings };
  const language = fields.language ?? setting.language ?? "en";
  const article = articleSchema.parse({
    ...fields,
    ...checked.settled,
    slug,
    url: PLACEHOLDER_ORIGIN + articlePath(slug),
    summary: fields.summary ?? summarise(body.opening, language),
    byline: fields.byline ?? [],
    language,
    tags: distinctTags(fields.tags, source, warnings),
    image,
    body: body.html,
    related: body.related,
    attachments,
  });
  return { read, article, media, faults, warnings };
}

function bodyOf(
  { file, slug, fields, body }: ReadArticle,
  { destinations }: ArticleSetting,
  faults: ContentFault[],
  warnings: ContentFault[],
): CompiledBody | undefined {
  const into = (list: ContentFault[]) => (place: Parameters<typeof lineOf>[0], found: string, expected: string) => {
    list.push({ file, line: lineOf(place), path: ["body"], found, expected });
  };
  const setting = {
    slug,
    page: PLACEHOLDER_ORIGIN + articlePath(slug.toWellFormed()),
    dateline: fields?.dateline,
    destinations,
  };
  try {
    return compileBody(body, setting, { fault: into(faults), warning: into(warnings) });
  } catch (error) {
    // The parsers call themselves for every level of nesting, and the stack ends at some thousands.
    if (!(error instanceof RangeError)) throw error;
    const [found, expected] = TOO_DEEP;
    faults.push({ file, path: ["body"], found, expected });
    return undefined;
  }
}

function missingId(source: FieldSource, mintId: ArticleSetting["mintId"]): ContentFault {
  const expected = mintId
    ? `a permanent id; add this line: id: ${mintId()}`
    : "a permanent id; it can be made once publication.yaml has an identity";
  return source.faultAt(["id"], expected);
}

function imageOf(
  { image }: ArticleFields,
  source: FieldSource,
  use: MediaUse,
  warnings: ContentFault[],
): Article["image"] | undefined {
  if (!image) return undefined;
  const { src, alt, caption, credit, ...given } = image;
  const field = { source, path: ["image", "src"], kind: "image", given } as const;
  const file = src === undefined ? undefined : mediaOfField(src, field, use);
  if (src !== undefined && alt === undefined)
    warnings.push(source.faultAt(["image", "alt"], 'alternative text for the picture, or "" where it only decorates'));
  return {
    ...(file && { file }),
    ...(alt !== undefined && { alternativeText: alt }),
    ...(caption !== undefined && { caption }),
    ...(credit !== undefined && { credit }),
  };
}

/** A tag written twice is one tag: in readers that ignore case they would be one as well. */
function distinctTags(tags: readonly string[], source: FieldSource, warnings: ContentFault[]): readonly string[] {
  const seen = new Set<string>();
  return tags.filter((tag, index) => {
    const key = tag.normalize("NFC").toLowerCase();
    if (seen.has(key)) warnings.push(source.faultAt(["tags", index], "each tag once; this one was left out"));
    const isNew = !seen.has(key);
    seen.add(key);
    return isNew;
  });
}
