import { type Article, articleSchema } from "../../model/article.ts";
import { err, ok, type Result } from "../../syntax/result.ts";
import { type ContentFault, type FieldPath, quoted, sortFaults } from "../content-fault.ts";
import { emitArticle } from "../emit-article.ts";
import { withoutVariants } from "../media/article-pictures.ts";
import { largePictures } from "../media/large-pictures.ts";
import type { MediaFacts } from "../media/media-facts.ts";
import type { MediaFolder } from "../media/media-folder.ts";
import { pastTimes } from "../past-times.ts";
import { serialPodcasts } from "../podcast/serial-faults.ts";
import { resolveArticle } from "../resolve-article.ts";
import type { TextMember } from "./article-input-schema.ts";
import { completeSubmission } from "./complete-submission.ts";
import { lookupName, lookupPath, type ParsedSubmission } from "./parse-submission.ts";
import type { SubmissionFault, SubmissionSetting } from "./submission.ts";

/** `media` are the files of ours that the article uses. Warnings stop nothing. */
export type CompiledSubmission = Result<
  {
    readonly article: Article;
    readonly media: readonly MediaFacts[];
    readonly warnings: readonly SubmissionFault[];
  },
  { readonly faults: readonly SubmissionFault[]; readonly warnings: readonly SubmissionFault[] }
>;

/**
 * The last two stages of a submission: resolves what it names with what the caller has looked up, and makes the article
 * or lists everything that is wrong with it. A link to an article that is not there is no fault, since articles may be
 * sent in any order. The parsed submission stays as it is and may be compiled again.
 */
export function compileSubmission(
  { slug, article, isWhole, textMember }: ParsedSubmission,
  setting: SubmissionSetting,
): CompiledSubmission {
  if (!articleSchema.shape.slug.safeParse(slug).success) {
    const expected = "an address that ends in letters and digits joined by hyphens, in lower case, such as a-headline";
    return err({ faults: [{ pointer: "", found: quoted(slug), expected }], warnings: [] });
  }
  const { publication } = setting;
  const compiled = emitArticle(
    resolveArticle(completeSubmission(article, slug, { ...setting, isWhole }), {
      sections: publication.sections.map((section) => section.slug),
      language: publication.language,
      serial: serialPodcasts(publication),
      destinations: { media: uploadedMedia(setting.media), drafts: new Set(), origin: publication.address },
      mintId: undefined,
    }),
  );
  const large = largePictures(compiled.media).map((each) => ({ ...each, found: `${each.file}, ${each.found}` }));
  const { source } = article.read;
  const { known, now } = setting;
  const past = compiled.article && source ? pastTimes(compiled.article, known, source.faultAt, now) : [];
  const warnings = listed([...compiled.warnings, ...large, ...past], textMember);
  if (!compiled.article) return err({ faults: listed(compiled.faults, textMember), warnings });
  return ok({ article: withoutVariants(compiled.article), media: [...new Set(compiled.media)], warnings });
}

/** The uploaded files as a folder. It gives no hints, since it does not know the names of all files. */
export function uploadedMedia(media: SubmissionSetting["media"]): MediaFolder {
  return {
    place: "that was uploaded",
    find: (name) => media(lookupName(name)),
    at: (path) => media(lookupPath(path)),
    hint: () => "",
  };
}

/** More than anybody reads, and few enough to send. */
const MAX_FAULTS = 100;

/** The faults as their sender reads them. @param textMember where the text was sent */
export function listed(faults: readonly ContentFault[], textMember: TextMember): readonly SubmissionFault[] {
  const all = sortFaults(faults);
  const first = all.slice(0, MAX_FAULTS).map(
    ({ path = [], line, found, expected }): SubmissionFault => ({
      pointer: jsonPointer(path[0] === "body" ? [textMember, ...path.slice(1)] : path),
      ...(line !== undefined && { line }),
      ...(found !== undefined && { found }),
      expected,
    }),
  );
  const left = all.length - first.length;
  return left > 0 ? [...first, { pointer: "", found: `${left} faults more`, expected: "none of them" }] : first;
}

/** The place of a field as a JSON Pointer (RFC 6901 section 3). */
function jsonPointer(path: FieldPath): string {
  return path.map((key) => `/${String(key).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}
