import { MAX_TEXT_BYTES } from "../../compile/read-text.ts";
import type { TagAuthority } from "../../model/tag-uri.ts";
import { cleanLine } from "../../model/text.ts";
import type { Timestamp } from "../../model/timestamp.ts";
import { err, ok, type Result } from "../../syntax/result.ts";
import { picturesBeside } from "../media/distinct-pictures.ts";
import { figureOf, playerOf } from "../media/media-html.ts";
import { type BodyFile, filesIn, picturesIn } from "../media/place-media.ts";
import { sortEnclosures } from "../media/sort-enclosures.ts";
import { type ArticleDraft, yamlOf } from "./article-text.ts";
import { damageNotes, textsOf } from "./damage-notes.ts";
import { fieldsOf, titleOf } from "./entry-fields.ts";
import { type EntryIdentity, identityOf } from "./identity/entry-identity.ts";
import type { ImportNote } from "./import-note.ts";
import type { EntryFault, ImportedEntry } from "./imported-entry.ts";
import { importedLanguage } from "./imported-language.ts";
import { lostPathNotes, oldAddress, suggestedSlug } from "./old-address.ts";
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

/** A file that an article shows, plays or attaches. `length` is in bytes, and missing if it is not known. */
export type WantedFile = Omit<BodyFile, "kind"> & {
  readonly kind: BodyFile["kind"] | "attachment" | "transcript";
  readonly length?: number | undefined;
};

/**
 * An article that can be written as soon as its id and its slug are known: `articleText` makes the file from `draft`.
 * `slug` is a suggestion. `files` are those that it names. `notes` are for the report. It is plain data.
 */
export type ComposedArticle = {
  readonly identity: EntryIdentity;
  readonly title: string;
  readonly published: Timestamp;
  readonly slug: string;
  readonly status: ImportedEntry["status"];
  readonly files: readonly WantedFile[];
  readonly draft: ArticleDraft;
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
  const { pictures, attachments, links, notes: sorting } = sortEnclosures(entry);
  const source = entry.html + links.map((each) => playerOf(each, entry.html)).join("");
  const repaired = repairBody(source, { page: entry.link, base: entry.base });
  if (!repaired.ok) return repaired;
  const { html: own, text: words, notes } = repaired.value;
  const shown = picturesIn(own);
  // The first picture is the lead. If the text shows it, there is none.
  const others = picturesBeside(pictures, shown);
  const isLed = pictures.length > 0 && picturesBeside(pictures.slice(0, 1), shown).length > 0;
  const lead = isLed ? others[0] : undefined;
  const html = [own, ...others.slice(isLed ? 1 : 0).map(figureOf)].filter((part) => part !== "").join("\n");
  if (cleanLine(entry.title) === "" && html === "" && !lead && attachments.length === 0)
    return failed("neither a title nor any text");
  const title = titleOf({ ...entry, published }, words, context.language);
  if (Buffer.byteLength(html) > MAX_TEXT_BYTES - MAX_FIELDS_BYTES)
    return failed(`more than ${MAX_TEXT_BYTES - MAX_FIELDS_BYTES} bytes of text`);
  const identity = identityOf(entry, context);
  const { note: languageNote } = importedLanguage(entry.language);
  const fields = fieldsOf(entry, published, { title, section: context.section });
  const { art, transcripts = [] } = (attachments.length > 0 && entry.episode) || {};
  const files: readonly WantedFile[] = [
    ...[...(lead ? [lead.url] : []), ...(art === undefined ? [] : [art])].map(
      (address) => ({ address, kind: "picture" }) as const,
    ),
    ...filesIn(html),
    ...attachments.map(({ url, length }) => ({ address: url, kind: "attachment", length }) as const),
    ...transcripts.map(({ url }) => ({ address: url, kind: "transcript" }) as const),
  ];
  return ok({
    identity,
    title,
    published,
    slug: suggestedSlug(entry, identity.idApart),
    status: entry.status,
    files: [...new Map(files.map((file) => [file.address, file])).values()],
    draft: {
      fields: yamlOf(fields),
      old: oldAddress(entry, context.site),
      lead,
      attachments,
      episode: entry.episode,
      html,
    },
    notes: [
      ...(entry.notes ?? []),
      ...timeNotes(entry, context),
      ...(languageNote ? [languageNote] : []),
      ...lostPathNotes(entry, context.site),
      ...sorting,
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

function failed(message: string): Result<never, EntryFault> {
  return err({ message });
}
