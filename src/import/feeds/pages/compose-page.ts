import { stringify } from "yaml";
import { MAX_TEXT_BYTES } from "../../../compile/read-text.ts";
import { cleanLine } from "../../../model/text.ts";
import { pagePath } from "../../../site/addresses.ts";
import { formerPathKey } from "../../../site/former-path.ts";
import { err, ok, type Result } from "../../../syntax/result.ts";
import type { FetchedFiles } from "../../media/attachment-fields.ts";
import { picturesBeside } from "../../media/distinct-pictures.ts";
import { figureOf, playerOf } from "../../media/media-html.ts";
import { filesIn, picturesIn, placeMedia } from "../../media/place-media.ts";
import { sortEnclosures } from "../../media/sort-enclosures.ts";
import { leadFields } from "../article-text.ts";
import type { ImportContext, WantedFile } from "../compose-article.ts";
import { damageNotes, textsOf } from "../damage-notes.ts";
import { titleOf } from "../entry-fields.ts";
import type { ImportNote } from "../import-note.ts";
import type { EntryFault, ImportedEntry } from "../imported-entry.ts";
import { importedLanguage } from "../imported-language.ts";
import { lostPathNotes, oldAddress, suggestedSlug } from "../old-address.ts";
import { repairBody } from "../repair-body.ts";

/** Facts that are known once a page has a slug and its files were fetched. */
export type PagePlace = FetchedFiles & {
  readonly slug: string;
  readonly isFree: (formerPath: string) => boolean;
};

/** A page that can be written as soon as its slug is known, as `ComposedArticle` is an article. */
export type ComposedPage = {
  readonly slug: string;
  readonly status: "draft" | "published";
  readonly files: readonly WantedFile[];
  readonly text: (place: PagePlace) => string;
  readonly notes: readonly ImportNote[];
};

/**
 * Turns an entry that is a page of the old site into the file of a page. A page has no times, no authors and no
 * attachments: files are players and links at the end of its text.
 */
export function composePage(entry: ImportedEntry, context: ImportContext): Result<ComposedPage, EntryFault> {
  if (entry.html.length > MAX_TEXT_BYTES) return failed(`more than ${MAX_TEXT_BYTES} characters of text`);
  const { pictures, attachments, links, notes: sorting } = sortEnclosures(entry);
  const source = entry.html + [...links, ...attachments].map((each) => playerOf(each, entry.html)).join("");
  const repaired = repairBody(source, { page: entry.link, base: entry.base });
  if (!repaired.ok) return repaired;
  const { html: own, text: words, notes } = repaired.value;
  const [lead] = picturesBeside(pictures.slice(0, 1), picturesIn(own));
  if (cleanLine(entry.title) === "" && own === "" && !lead) return failed("neither a title nor any text");
  const title = titleOf(entry, words, context.language) || suggestedSlug(entry, "page");
  const description = cleanLine(entry.summary ?? "");
  const { language, note: languageNote } = importedLanguage(entry.language);
  // A page that was to come out later is not out yet.
  const status = entry.status === "published" ? "published" : "draft";
  const text = ({ slug, isFree, media }: PagePlace): string => {
    const path = pagePath(slug);
    const { formerPaths } = oldAddress(entry, context.site);
    const paths = formerPaths.filter((each) => formerPathKey(each) !== formerPathKey(path)).filter(isFree);
    const image = lead && leadFields(lead, media);
    const fields = {
      title,
      ...(description !== "" && { description }),
      ...(language !== undefined && { language }),
      ...(image && { image }),
      ...(status === "draft" && { status }),
      ...(paths.length > 0 && { formerPaths: paths }),
    };
    const figure = lead && image === undefined ? `${figureOf(lead)}\n` : "";
    const yaml = stringify(fields, { lineWidth: 0, aliasDuplicateObjects: false });
    return `---\n${yaml}---\n${figure}${placeMedia(own, media)}\n`;
  };
  const files: readonly WantedFile[] = [
    ...(lead ? [{ address: lead.url, kind: "picture" } as const] : []),
    ...filesIn(own),
  ];
  return ok({
    slug: suggestedSlug(entry, "page"),
    status,
    files: [...new Map(files.map((file) => [file.address, file])).values()],
    text,
    notes: [
      ...(entry.notes ?? []),
      ...(languageNote ? [languageNote] : []),
      ...lostPathNotes(entry, context.site),
      ...elsewhereNotes(entry, context.site),
      ...sorting,
      ...notes,
      ...damageNotes([title, own, ...textsOf(entry)]),
    ],
  });
}

/** A page has no place for the address of an original elsewhere. */
function elsewhereNotes(entry: ImportedEntry, site: string | undefined): readonly ImportNote[] {
  const { canonical } = oldAddress(entry, site);
  if (canonical === undefined) return [];
  return [{ kind: "lost", message: "the address of the original of a page", found: canonical }];
}

function failed(message: string): Result<never, EntryFault> {
  return err({ message });
}
