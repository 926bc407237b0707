import { mediaPath } from "../../site/addresses.ts";
import { collectReferences } from "../collect-references.ts";
import { type ParsedArticle, parseArticle } from "../parse-article.ts";
import { type ReadArticle, readArticleText } from "../read-article.ts";
import type { TextMember } from "./article-input-schema.ts";
import { warnOfMarkdown } from "./markdown-in-html.ts";
import { readJsonArticle } from "./read-json-article.ts";
import type { Submission } from "./submission.ts";

/**
 * An article as it was sent, parsed. Its slug is that of the address it is put at; its id and time of publication may
 * be missing. `isMinor`: it says of itself that readers need not notice the change. `isWhole`: it is the JSON form,
 * which a client that changes an article reads and sends back. `textMember`: the member of the JSON that has its text;
 * `body` if it is not JSON.
 */
export type ParsedSubmission = {
  readonly slug: string;
  readonly article: ParsedArticle;
  readonly isMinor: boolean;
  readonly isWhole: boolean;
  readonly textMember: TextMember;
};

/** The first stage of a submission. Never fails: faults are part of the parsed article. */
export function parseSubmission(submission: Submission): ParsedSubmission {
  const { slug } = submission;
  const isWhole = submission.mediaType === "application/json";
  const { article: read, textMember } = readSubmission(submission);
  const parsed = parseArticle(read);
  const article = read.body.format === "html" ? warnOfMarkdown(parsed, MARKDOWN_PLACES[`${isWhole}`]) : parsed;
  return { slug, article, isMinor: isWhole && read.source?.value.minor === true, isWhole, textMember };
}

/** Where Markdown is to be sent, by whether the submission is JSON. */
const MARKDOWN_PLACES = {
  true: "Markdown is sent in the member markdown, in place of body",
  false: "Markdown is sent with Content-Type: text/markdown",
};

function readSubmission({ mediaType, text, slug }: Submission): {
  readonly article: ReadArticle;
  readonly textMember: TextMember;
} {
  switch (mediaType) {
    case "text/markdown":
      return { article: readArticleText(`${slug}.md`, text), textMember: "body" };
    case "text/html":
      return { article: readArticleText(`${slug}.html`, text), textMember: "body" };
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
