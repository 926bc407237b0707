import { type ArticleStatus, articleSchema } from "../model/article.ts";
import { MAX_SLUG_BYTES, slugBytes } from "../model/slug.ts";
import { instantOf, latest, type Timestamp } from "../model/timestamp.ts";
import { type ContentFault, type FieldPath, quoted } from "./content-fault.ts";
import type { ArticleFields } from "./front-matter/article-fields.ts";
import type { FieldSource } from "./front-matter/field-source.ts";
import { hintAt } from "./nearest.ts";

/** What only several fields of an article say together. */
export type ResolvedFields = {
  readonly published: Timestamp;
  readonly updated: Timestamp;
  readonly status: ArticleStatus;
};

/** The status of an article that names none follows from its other fields, and is otherwise "published". */
function resolvedStatus({ status, scheduledFor, retraction }: ArticleFields): ArticleStatus {
  return status ?? (retraction ? "retracted" : scheduledFor ? "scheduled" : "published");
}

/**
 * Checks the fields against one another and against the publication. `resolved` is undefined if there is no time of
 * publication at all.
 */
export function checkArticle(
  fields: ArticleFields,
  slug: string,
  source: FieldSource,
  sections: readonly string[] | undefined,
): { readonly resolved?: ResolvedFields; readonly faults: readonly ContentFault[] } {
  const faults: ContentFault[] = [];
  const fault = (path: FieldPath, expected: string) => faults.push(source.faultAt(path, expected));
  const { scheduledFor, unpublishAt, retraction, section } = fields;

  if (!articleSchema.shape.slug.safeParse(slug).success && source.value.slug === undefined) {
    const bytes = slugBytes(slug);
    const expected =
      bytes > MAX_SLUG_BYTES
        ? `a file name of at most ${MAX_SLUG_BYTES} bytes of UTF-8 without its extension (it has ${bytes}), or a field slug`
        : "a file name that can be an address, such as a-new-article.md, or a field slug";
    faults.push({
      ...source.faultAt(["slug"], expected),
      found: quoted(source.file.slice(source.file.lastIndexOf("/") + 1)),
    });
  }
  if (fields.formerSlugs.includes(slug))
    fault(["formerSlugs", fields.formerSlugs.indexOf(slug)], "slugs that it had before, not the present one");
  if (sections && section !== undefined) {
    const listed =
      sections.length > 0
        ? `one of the sections in publication.yaml: ${sections.join(", ")}`
        : "no section, since publication.yaml lists none";
    if (!sections.includes(section)) fault(["section"], listed + hintAt(section, sections));
  }

  const status = resolvedStatus(fields);
  if (status === "scheduled" && !scheduledFor)
    fault(["status"], "a field scheduledFor with the time, or another status");
  if (status === "retracted" && !retraction)
    fault(["status"], "a field retraction with time and reason, or another status");
  if (status !== "retracted" && retraction) fault(["status"], "retracted, since there is a retraction");

  if (source.value.title === undefined) fault(["title"], "a title: every article has one");
  const published = fields.published ?? scheduledFor;
  if (published === undefined) {
    if (source.value.published === undefined && source.value.scheduledFor === undefined)
      fault(["published"], "the time it was published, such as 2026-11-24T09:30:00+08:00");
    return { faults };
  }
  const notBefore = (path: FieldPath, time: Timestamp | undefined) => {
    if (time && instantOf(time) < instantOf(published)) fault(path, `a time not before published (${published})`);
  };
  notBefore(["updated"], fields.updated);
  notBefore(["scheduledFor"], scheduledFor);
  notBefore(["retraction", "time"], retraction?.time);
  fields.corrections.forEach(({ time }, index) => {
    notBefore(["corrections", index, "time"], time);
  });
  const released = scheduledFor ?? published;
  if (unpublishAt && instantOf(unpublishAt) <= instantOf(released)) fault(["unpublishAt"], `a time after ${released}`);
  // A correction is a change worth telling, even if its author did not set `updated`.
  const updated = latest(fields.updated ?? published, ...fields.corrections.map(({ time }) => time));
  return { resolved: { published, updated, status }, faults };
}
