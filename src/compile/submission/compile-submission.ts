import { type Article, articleSchema } from "../../model/article.ts";
import { mediaPath } from "../../site/addresses.ts";
import { type CompiledArticle, compileArticle } from "../compile-article.ts";
import { type ContentFault, quoted, sortFaults } from "../content-fault.ts";
import type { MediaFacts } from "../media/media-facts.ts";
import type { MediaFolder } from "../media/media-folder.ts";
import type { ReadArticle } from "../read-article.ts";
import { jsonPointer } from "./json-pointer.ts";
import { readSubmission } from "./read-submission.ts";
import { resolveSubmission } from "./resolve-submission.ts";
import type { Submission, SubmissionFault, SubmissionSetting } from "./submission.ts";

/** `media` are the files of ours that the article uses. A warning stops nothing. */
export type CompiledSubmission =
  | {
      readonly ok: true;
      readonly article: Article;
      readonly media: readonly MediaFacts[];
      readonly warnings: readonly SubmissionFault[];
    }
  | { readonly ok: false; readonly faults: readonly SubmissionFault[]; readonly warnings: readonly SubmissionFault[] };

/**
 * Compiles an article as a desk sends it, or lists all that stands in the way of it. A link to an article that is not there is no fault, since
 * articles come in any order; `readReferences` tells which ones it links to.
 */
export function compileSubmission(submission: Submission, setting: SubmissionSetting): CompiledSubmission {
  if (!articleSchema.shape.slug.safeParse(submission.slug).success) {
    const expected = "an address that ends in letters and digits joined by hyphens, in lower case, such as a-headline";
    return { ok: false, faults: [{ pointer: "", found: quoted(submission.slug), expected }], warnings: [] };
  }
  const compiled = compileBeside(
    resolveSubmission(readSubmission(submission), submission.slug, setting),
    setting,
    () => {},
  );
  const warnings = listed(compiled.warnings);
  if (!compiled.article) return { ok: false, faults: listed(compiled.faults), warnings };
  return { ok: true, article: compiled.article, media: [...new Set(compiled.media)], warnings };
}

/** @param linked is told the slug of every article that the body links to */
export function compileBeside(
  read: ReadArticle,
  { publication, media }: Pick<SubmissionSetting, "publication" | "media">,
  linked: (slug: string) => void,
): CompiledArticle {
  return compileArticle(read, {
    sections: publication.sections.map(({ slug }) => slug),
    language: publication.language,
    destinations: {
      media: uploadedMedia(media),
      articles: new Set(),
      drafts: new Set(),
      linked,
      origin: publication.address,
    },
    mintId: undefined,
  });
}

/** What was uploaded, as a shelf; nobody here knows the names of all of it, so that none can be proposed. */
function uploadedMedia(media: SubmissionSetting["media"]): MediaFolder {
  return {
    place: "that was uploaded",
    find: (name) => media(name.normalize("NFC")),
    at: (path) => {
      const [hash = "", ...name] = path.split("/");
      return media(mediaPath(hash, name.join("/")));
    },
    hint: () => "",
  };
}

/** More than anybody reads, and few enough to send. */
const MAX_FAULTS = 100;

function listed(faults: readonly ContentFault[]): readonly SubmissionFault[] {
  const all = sortFaults(faults);
  const most = all.slice(0, MAX_FAULTS).map(
    ({ path = [], line, found, expected }): SubmissionFault => ({
      pointer: jsonPointer(path),
      ...(line !== undefined && { line }),
      ...(found !== undefined && { found }),
      expected,
    }),
  );
  const left = all.length - most.length;
  return left > 0 ? [...most, { pointer: "", found: `${left} faults more`, expected: "none of them" }] : most;
}
