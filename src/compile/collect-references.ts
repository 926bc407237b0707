import { articleSchema } from "../model/article.ts";
import { bodyReferences } from "./body/resolve/body-references.ts";
import { attachmentReferences } from "./media/attachment-of-field.ts";
import { type MediaReference, mediaReferenceOf } from "./media/use-media.ts";
import type { ParsedArticle } from "./parse-article.ts";

/** What an article names that is elsewhere. The caller looks it up before the article is resolved. */
export type ArticleReferences = {
  readonly media: readonly MediaReference[];
  /** The slugs of the articles that the body links to. */
  readonly articles: readonly string[];
};

/** The second stage: collects what an article names. `origin` is where the service is reached, if that is known. */
export function collectReferences({ read, body }: ParsedArticle, origin: string | undefined): ArticleReferences {
  const media: MediaReference[] = [];
  const articles = new Set<string>();
  for (const target of body ? bodyReferences(body, origin) : []) {
    if (target.kind === "article") articles.add(target.slug);
    else if (target.kind === "served file") media.push({ kind: "path", path: target.path });
    else if (target.kind === "named file" && !target.hasQuery) media.push({ kind: "name", name: target.name });
  }
  const { image, attachments = [] } = read.fields ?? {};
  const reference = image?.src === undefined ? undefined : mediaReferenceOf(image.src, {}, origin);
  if (reference) media.push(reference);
  for (const attachment of attachments) media.push(...attachmentReferences(attachment, origin));
  return { media, articles: [...articles].filter((slug) => articleSchema.shape.slug.safeParse(slug).success) };
}
