import { type Article, articleSchema } from "../model/article.ts";
import { articlePath, PLACEHOLDER_ORIGIN } from "../site/addresses.ts";
import { emitBody } from "./body/emit/emit-body.ts";
import type { ContentFault } from "./content-fault.ts";
import { summaryOf } from "./derived-summary.ts";
import type { FieldSource } from "./front-matter/field-source.ts";
import { picturesOf } from "./media/article-pictures.ts";
import type { MediaFacts } from "./media/media-facts.ts";
import { withBodyNotes } from "./parse-article.ts";
import type { ReadArticle } from "./read-article.ts";
import type { ResolvedArticle } from "./resolve-article.ts";

/**
 * `article` is undefined if anything is at fault. `media` are all files of ours that the article names, as far as they
 * are there.
 */
export type CompiledArticle = {
  readonly read: ReadArticle;
  readonly article: Article | undefined;
  readonly media: readonly MediaFacts[];
  readonly faults: readonly ContentFault[];
  readonly warnings: readonly ContentFault[];
};

/** The last stage: writes the body and makes the article of the model. */
export function emitArticle({ body: resolvedBody, complete, language, ...resolved }: ResolvedArticle): CompiledArticle {
  const { read, media } = resolved;
  const emitting = withBodyNotes(
    read.file,
    (report) => resolvedBody && emitBody(resolvedBody, read.fields?.dateline, report),
  );
  const body = emitting.value;
  const faults = [...resolved.faults, ...emitting.faults];
  const warnings = [...resolved.warnings, ...emitting.warnings];
  if (faults.length > 0 || !body || !complete?.resolved) return { read, article: undefined, media, faults, warnings };
  const { source, fields, image, attachments } = complete;
  const article = articleSchema.parse({
    ...fields,
    ...complete.resolved,
    slug: read.slug,
    url: PLACEHOLDER_ORIGIN + articlePath(read.slug),
    summary: fields.summary ?? summaryOf(body.opening, { image, attachments, language }),
    byline: fields.byline ?? [],
    language,
    tags: distinctTags(fields.tags, source, warnings),
    image,
    body: body.html,
    related: body.related,
    pictures: picturesOf({ image, body: body.html }, media),
    attachments,
  });
  return { read, article, media, faults, warnings };
}

/**
 * Leaves out a tag that is written twice. Tags that differ only in case are the same, as they are for readers that
 * ignore case.
 */
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
