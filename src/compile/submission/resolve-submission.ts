import { dueAt } from "../../model/release.ts";
import { type Timestamp, timestampInUtc } from "../../model/timestamp.ts";
import type { ReadArticle } from "../read-article.ts";
import type { SubmissionSetting } from "./submission.ts";

/**
 * Puts in what a content file must say and a desk need not: the id and the time of publication. What is there and at fault is left so. The
 * slug is that of the address, whatever the article says.
 */
export function resolveSubmission(read: ReadArticle, slug: string, setting: SubmissionSetting): ReadArticle {
  const { source, fields } = read;
  if (!source) return { ...read, slug };
  const id = source.value.id === undefined ? (setting.known?.id ?? setting.mintId()) : undefined;
  const published = source.value.published === undefined ? timeOf(read, setting) : undefined;
  const settled = { ...(id !== undefined && { id }), ...(published !== undefined && { published }) };
  const expected = `${JSON.stringify(slug)}, as in the address it is put at, or no slug`;
  const isElsewhere = fields?.slug !== undefined && fields.slug !== slug;
  return {
    ...read,
    slug,
    source: { ...source, value: { ...source.value, ...settled } },
    fields: fields && { ...fields, ...settled },
    faults: [...read.faults, ...(isElsewhere ? [source.faultAt(["slug"], expected)] : [])],
  };
}

/** When an article was published that does not say so; undefined where what it says of that is at fault. */
function timeOf({ source, fields }: ReadArticle, setting: SubmissionSetting): Timestamp | undefined {
  const before = timeBefore(setting);
  if (before !== undefined) return before;
  return source?.value.scheduledFor === undefined ? timestampInUtc(setting.now) : fields?.scheduledFor;
}

/** An article keeps its time, unless that was only when a draft was kept, or when it was to come out and has not yet. */
function timeBefore({ known, now }: SubmissionSetting): Timestamp | undefined {
  if (!known || known.status === "draft") return undefined;
  const isOnlyPlanned = known.scheduledFor === known.published && dueAt(known) > now;
  return isOnlyPlanned ? undefined : known.published;
}
