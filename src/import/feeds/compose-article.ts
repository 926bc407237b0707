import { stringify } from "yaml";
import { MAX_TEXT_BYTES } from "../../compile/read-text.ts";
import { webAddress } from "../../model/schema.ts";
import type { TagAuthority } from "../../model/tag-uri.ts";
import { cleanLine } from "../../model/text.ts";
import type { Timestamp } from "../../model/timestamp.ts";
import { articlePath } from "../../site/addresses.ts";
import { err, ok, type Result } from "../../syntax/result.ts";
import { damageNotes, textsOf } from "./damage-notes.ts";
import { fieldsOf, titleOf } from "./entry-fields.ts";
import { figureOf, playerOf } from "./entry-media.ts";
import { type EntryIdentity, identityOf } from "./identity/entry-identity.ts";
import type { ImportNote } from "./import-note.ts";
import type { EntryFault, ImportedEntry } from "./imported-entry.ts";
import { importedLanguage } from "./imported-language.ts";
import { oldAddress, suggestedSlug } from "./old-address.ts";
import { picturesIn, placePictures } from "./place-pictures.ts";
import { repairBody } from "./repair-body.ts";

/**
 * The settings that an import applies to every entry. `site` is the address of the old site; `published` is the time of
 * entries that have none.
 */
export type ImportContext = {
  readonly identity: TagAuthority;
  readonly site: string | undefined;
  readonly language: string;
  readonly section: string | undefined;
  readonly published: ImportedEntry["published"];
  /** The feed's own time, for entries that have none if `published` is missing. */
  readonly feedDate?: ImportedEntry["published"];
};

/**
 * Facts that are known once an article has an id and a slug. `media` has the file names in content/media of downloaded pictures,
 * by the address on the old site.
 */
export type ArticlePlace = {
  readonly id: string;
  readonly slug: string;
  readonly isFree: (formerPath: string) => boolean;
  readonly media: ReadonlyMap<string, string>;
};

/**
 * An article that can be written as soon as its id and its slug are known: `text` makes the file. `slug` is a
 * suggestion.
 * `pictures` are the addresses of the pictures that it shows. `notes` are for the report.
 */
export type ComposedArticle = {
  readonly identity: EntryIdentity;
  readonly title: string;
  readonly published: Timestamp;
  readonly slug: string;
  readonly status: ImportedEntry["status"];
  readonly pictures: readonly string[];
  readonly text: (place: ArticlePlace) => string;
  readonly notes: readonly ImportNote[];
};

/** The part of a file's size limit that is reserved for its fields, in bytes. */
const MAX_FIELDS_BYTES = 200_000;

/** Turns an entry into an article file that compiles. The fault says why an entry cannot become an article. */
export function composeArticle(entry: ImportedEntry, context: ImportContext): Result<ComposedArticle, EntryFault> {
  const [fault] = entry.faults ?? [];
  if (fault !== undefined) return failed(fault);
  const published = entry.published ?? context.published ?? context.feedDate;
  if (published === undefined) return failed("no time; expected one, or the option --published for all that have none");
  if (entry.html.length > MAX_TEXT_BYTES) return failed(`more than ${MAX_TEXT_BYTES} characters of text`);
  const source = entry.html + entry.enclosures.map((each) => playerOf(each, entry.html)).join("");
  const repaired = repairBody(source, { page: entry.link, base: entry.base });
  if (!repaired.ok) return repaired;
  const { html, text: words, notes } = repaired.value;
  const lead = leadPicture(entry, html);
  if (cleanLine(entry.title) === "" && html === "" && !lead) return failed("neither a title nor any text");
  const title = titleOf({ ...entry, published }, words, context.language);
  if (Buffer.byteLength(html) > MAX_TEXT_BYTES - MAX_FIELDS_BYTES)
    return failed(`more than ${MAX_TEXT_BYTES - MAX_FIELDS_BYTES} bytes of text`);
  const identity = identityOf(entry, context);
  const { note: languageNote } = importedLanguage(entry.language);
  const fields = fieldsOf(entry, published, { title, section: context.section });
  const text = ({ id, slug, isFree, media }: ArticlePlace): string => {
    const { formerPaths, canonical } = oldAddress(entry, context.site, articlePath(slug));
    const paths = formerPaths.filter(isFree);
    const file = lead && media.get(lead.url);
    const { alternativeText: alt = "", caption, credit } = lead ?? {};
    const told = { ...(caption !== undefined && { caption }), ...(credit !== undefined && { credit }) };
    const all = {
      id,
      ...fields,
      ...(file !== undefined && { image: { src: file, alt, ...told } }),
      ...(canonical !== undefined && { canonical }),
      ...(paths.length > 0 && { formerPaths: paths }),
    };
    const figure = lead && file === undefined ? `${figureOf(lead)}\n` : "";
    const yaml = stringify(all, { lineWidth: 0, aliasDuplicateObjects: false });
    return `---\n${yaml}---\n${figure}${placePictures(html, media)}\n`;
  };
  return ok({
    identity,
    title,
    published,
    slug: suggestedSlug(entry, identity.idApart),
    status: entry.status,
    pictures: [...(lead ? [lead.url] : []), ...picturesIn(html)],
    text,
    notes: [
      ...(entry.notes ?? []),
      ...timeNotes(entry, context),
      ...(languageNote ? [languageNote] : []),
      ...notes,
      ...damageNotes([title, html, ...textsOf(entry)]),
    ],
  });
}

/** An article must have a time of publication. */
function timeNotes({ published }: ImportedEntry, context: ImportContext): readonly ImportNote[] {
  if (published !== undefined) return [];
  const message =
    context.published === undefined
      ? "an entry without a time got the feed's own date"
      : "an entry without a time got that of --published";
  return [{ kind: "guessed", message, found: context.published ?? context.feedDate }];
}

/** The entry's picture, or undefined if the text already shows it. */
function leadPicture({ picture }: ImportedEntry, html: string): ImportedEntry["picture"] {
  const url = webAddress.safeParse(picture?.url).data;
  if (!picture || url === undefined || picturesIn(html).includes(url)) return undefined;
  const caption = cleanLine(picture.caption ?? "") || undefined;
  const credit = cleanLine(picture.credit ?? "") || undefined;
  return { url, alternativeText: cleanLine(picture.alternativeText ?? ""), caption, credit };
}

function failed(message: string): Result<never, EntryFault> {
  return err({ message });
}
