import { articleSchema } from "../../model/article.ts";
import type { Publication } from "../../model/publication.ts";
import { compileBeside } from "./compile-submission.ts";
import { readSubmission } from "./read-submission.ts";
import type { Submission } from "./submission.ts";

/**
 * What a submission names that is elsewhere: its id; files of ours, by the names they were uploaded under or by their paths; and the slugs of
 * articles it links to.
 */
export type SubmissionReferences = {
  readonly id?: string;
  readonly media: readonly string[];
  readonly articles: readonly string[];
};

/**
 * Tells what is to be looked up before the submission is compiled: looking up may take its time, and compiling does not. The whole is compiled
 * for that, with nothing there; so all that a compilation would ask for is found, and nothing else.
 */
export function readReferences(submission: Submission, publication: Publication): SubmissionReferences {
  const media = new Set<string>();
  const articles = new Set<string>();
  if (!isSlug(submission.slug)) return { media: [], articles: [] };
  const read = readSubmission(submission);
  const id = read.fields?.id;
  const find = (name: string) => {
    media.add(name);
    return undefined;
  };
  // Without an id or a time the rest is judged all the same.
  compileBeside({ ...read, slug: submission.slug }, { publication, media: find }, (slug) => articles.add(slug));
  articles.delete(submission.slug);
  return {
    ...(id !== undefined && { id }),
    media: [...media],
    articles: [...articles].filter(isSlug),
  };
}

function isSlug(text: string): boolean {
  return articleSchema.shape.slug.safeParse(text).success;
}
