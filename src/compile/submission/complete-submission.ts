import { dueAt } from "../../model/release.ts";
import { type Timestamp, timestampInUtc } from "../../model/timestamp.ts";
import { hasDerivedSummary } from "../derived-summary.ts";
import type { ArticleFields } from "../front-matter/article-fields.ts";
import type { ParsedArticle } from "../parse-article.ts";
import type { ReadArticle } from "../read-article.ts";
import type { ParsedSubmission } from "./parse-submission.ts";
import { statedTimes } from "./stated-times.ts";
import type { SubmissionSetting } from "./submission.ts";

type CompletionSetting = SubmissionSetting & Pick<ParsedSubmission, "isWhole">;

/**
 * Adds the id and the time of publication, which a content file must have and a submission may leave out. A field that
 * is there stays, even if it has a fault, except a summary that the service derived. The slug is that of the address.
 * If the submission names another slug, that is a fault.
 */
export function completeSubmission(article: ParsedArticle, slug: string, setting: CompletionSetting): ParsedArticle {
  const { read } = article;
  const { source } = read;
  if (!source) return { ...article, read: { ...read, slug } };
  const fields = read.fields && { ...read.fields, ...statedTimes(source.value, read.fields, setting) };
  const id = source.value.id === undefined ? (setting.known?.id ?? setting.mintId()) : undefined;
  const published = source.value.published === undefined ? publishedAt({ ...read, fields }, setting) : undefined;
  const added = { ...(id !== undefined && { id }), ...(published !== undefined && { published }) };
  const expected = `${JSON.stringify(slug)}, as in the address it is put at, or no slug`;
  const isOtherSlug = fields?.slug !== undefined && fields.slug !== slug;
  return {
    ...article,
    read: {
      ...read,
      slug,
      source: { ...source, value: { ...source.value, ...added } },
      fields: fields && { ...withoutDerivedSummary(fields, setting), ...added },
    },
    faults: [...article.faults, ...(isOtherSlug ? [source.faultAt(["slug"], expected)] : [])],
  };
}

/**
 * A client that reads an article as JSON, changes it and sends it back, sends the derived summary too. It would then
 * stay what it was, whatever becomes of the text.
 */
function withoutDerivedSummary(
  { summary, ...fields }: ArticleFields,
  { isWhole, known }: CompletionSetting,
): ArticleFields {
  const isDerived = isWhole && known !== undefined && summary === known.summary && hasDerivedSummary(known);
  return isDerived || summary === undefined ? fields : { ...fields, summary };
}

/** The time of publication of an article that does not name it. Undefined if its field `scheduledFor` has a fault. */
function publishedAt({ source, fields }: ReadArticle, setting: SubmissionSetting): Timestamp | undefined {
  const known = knownTime(setting);
  if (known !== undefined) return known;
  return source?.value.scheduledFor === undefined ? timestampInUtc(setting.now) : fields?.scheduledFor;
}

/** An article keeps its time, unless it is a draft, or its time is that of a release which is still to come. */
function knownTime({ known, now }: SubmissionSetting): Timestamp | undefined {
  if (!known || known.status === "draft") return undefined;
  const isOnlyPlanned = known.scheduledFor === known.published && dueAt(known) > now;
  return isOnlyPlanned ? undefined : known.published;
}
