import { mediaPath } from "../../site/addresses.ts";
import { collectReferences } from "../collect-references.ts";
import { type ParsedArticle, parseArticle } from "../parse-article.ts";
import { type ReadArticle, readArticleText } from "../read-article.ts";
import { readJsonArticle } from "./read-json-article.ts";
import type { Submission } from "./submission.ts";

/**
 * An article as it was sent, parsed. Its slug is that of the address it is put at; its id and time of publication may
 * be missing. `isMinor`: it says of itself that readers need not notice the change. `isWhole`: it is the JSON form,
 * which a client that changes an article reads and sends back.
 */
export type ParsedSubmission = {
  readonly slug: string;
  readonly article: ParsedArticle;
  readonly isMinor: boolean;
  readonly isWhole: boolean;
};

/** The first stage of a submission. Never fails: faults are part of the parsed article. */
export function parseSubmission(submission: Submission): ParsedSubmission {
  const article = parseArticle(readSubmission(submission));
  const isWhole = submission.mediaType === "application/json";
  return { slug: submission.slug, article, isMinor: isWhole && article.read.source?.value.minor === true, isWhole };
}

function readSubmission({ mediaType, text, slug }: Submission): ReadArticle {
  switch (mediaType) {
    case "text/markdown":
      return readArticleText(`${slug}.md`, text);
    case "text/html":
      return readArticleText(`${slug}.html`, text);
    case "application/json":
      return readJsonArticle(slug, text, slug);
  }
}

/**
 * What a submission names that is elsewhere. `media` are files of ours, by the names they were uploaded under or by
 * their paths, as `SubmissionSetting` looks them up. `articles` are the slugs of other articles that it links to.
 */
export type SubmissionReferences = {
  readonly id?: string;
  readonly media: readonly string[];
  readonly articles: readonly string[];
};

/** The second stage of a submission: collects what the caller has to look up before it compiles the submission. */
export function submissionReferences(
  { slug, article }: ParsedSubmission,
  origin: string | undefined,
): SubmissionReferences {
  const { media, articles } = collectReferences(article, origin);
  const { id } = article.read.fields ?? {};
  const names = media.map((each) => (each.kind === "name" ? lookupName(each.name) : lookupPath(each.path)));
  return {
    ...(id !== undefined && { id }),
    media: [...new Set(names)],
    articles: articles.filter((each) => each !== slug),
  };
}

/**
 * The name by which `SubmissionSetting.media` finds an uploaded file. One letter may be written in two ways (é, e +
 * ◌́).
 */
export function lookupName(name: string): string {
  return name.normalize("NFC");
}

/** The name by which `SubmissionSetting.media` finds the file at a path below `/media/`. */
export function lookupPath(path: string): string {
  const [hash = "", ...name] = path.split("/");
  return mediaPath(hash, name.join("/"));
}
