import { dueAt } from "../../model/release.ts";
import { type Timestamp, timestampInUtc } from "../../model/timestamp.ts";
import type { ParsedArticle } from "../parse-article.ts";
import type { ReadArticle } from "../read-article.ts";
import type { SubmissionSetting } from "./submission.ts";

/**
 * Adds the id and the time of publication, which a content file must have and a submission may leave out. A field that
 * is there stays, even if it has a fault. The slug is that of the address. If the submission names another slug, that
 * is a fault.
 */
export function completeSubmission(article: ParsedArticle, slug: string, setting: SubmissionSetting): ParsedArticle {
  const { read } = article;
  const { source, fields } = read;
  if (!source) return { ...article, read: { ...read, slug } };
  const id = source.value.id === undefined ? (setting.known?.id ?? setting.mintId()) : undefined;
  const published = source.value.published === undefined ? publishedAt(read, setting) : undefined;
  const added = { ...(id !== undefined && { id }), ...(published !== undefined && { published }) };
  const expected = `${JSON.stringify(slug)}, as in the address it is put at, or no slug`;
  const isOtherSlug = fields?.slug !== undefined && fields.slug !== slug;
  return {
    ...article,
    read: {
      ...read,
      slug,
      source: { ...source, value: { ...source.value, ...added } },
      fields: fields && { ...fields, ...added },
    },
    faults: [...article.faults, ...(isOtherSlug ? [source.faultAt(["slug"], expected)] : [])],
  };
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
