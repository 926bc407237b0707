import { existsSync, readFileSync, statSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { ID_BYTES, mintArticleId } from "../../compile/mint-id.ts";
import { withoutTracking } from "../../import/feeds/identity/tracking-parameters.ts";
import { decodeText } from "../../import/wire-copy/decode-text.ts";
import { describeFault, MAX_BYTES, type WireCopyFault } from "../../import/wire-copy/fault.ts";
import { linkRelated } from "../../import/wire-copy/link-related.ts";
import { type ParsedWireCopy, parseWireCopy } from "../../import/wire-copy/parse-wire-copy.ts";
import { toMarkdown } from "../../import/wire-copy/to-markdown.ts";
import { slugOf } from "../../model/slug.ts";
import { err, ok, type Result } from "../../syntax/result.ts";
import { writeWhole } from "../export/write-whole.ts";
import { planPicture } from "./import-picture.ts";
import { readAddresses, readId, readIdentity } from "./import-target.ts";

/** What the author asked for. Paths are as typed. */
export type ImportOptions = {
  readonly file: string;
  readonly zone?: string;
  readonly published?: string;
  readonly url?: string;
  readonly image?: string;
  readonly slug?: string;
  readonly force: boolean;
};

/**
 * `root` is the project's folder. Typed paths are relative to `workingFolder`. `askZone` asks a person, and is missing
 * if there is no terminal.
 */
export type ImportSetting = {
  readonly root: string;
  readonly workingFolder: string;
  readonly randomBytes: (count: number) => Uint8Array;
  readonly askZone?: (found: string) => Promise<string>;
};

/**
 * `written` are paths below the root. `headline` is what was taken for it. `notes` say what was guessed, `missing` what
 * the copy does not give, and `furniture` what of the page was left out.
 */
export type ImportedCopy = {
  readonly written: readonly string[];
  readonly headline: string;
  readonly notes: readonly string[];
  readonly missing: readonly string[];
  readonly furniture: readonly string[];
};

/** What the command prints about an imported copy, a line each. */
export function describeImport({ written, headline, notes, missing, furniture }: ImportedCopy): readonly string[] {
  const listed = (title: string, lines: readonly string[]) =>
    lines.length === 0 ? [] : [title, ...lines.map((line) => `  ${line}`)];
  return [
    ...written.map((path) => `Wrote ${path}`),
    `Headline: "${headline}"`,
    ...listed("Please check what was guessed:", notes),
    ...listed("Not found in the copy:", missing),
    ...listed("Left out, as furniture of the page:", furniture),
  ];
}

/** Nothing was written. `isMisuse`: the command line has to change, rather than the file. */
export type ImportFailure = { readonly isMisuse: boolean; readonly message: string };

/** Imports one file. Everything is read and checked before anything is written. */
export async function importWireCopy(
  options: ImportOptions,
  setting: ImportSetting,
): Promise<Result<ImportedCopy, ImportFailure>> {
  const content = join(setting.root, "content");
  const identity = readIdentity(join(content, "publication.yaml"));
  if (!identity)
    return failure("content/publication.yaml: expected identity with authority and date, to make the article's id");
  const read = await readCopy(options, setting);
  if (!read.ok) return read;

  const { copy } = read.value;
  const slug = options.slug ?? slugOf(copy.headline);
  if (slug === "") return failure("the headline has no letters to make an address of; add --slug");
  const articles = join(content, "articles");
  const article = join(articles, `${slug}.md`);
  const path = relative(setting.root, article);
  if (existsSync(article) && !options.force)
    return failure(`${path} already exists; add --force to replace it, or --slug to choose another name`);
  const html = `${article.slice(0, -".md".length)}.html`;
  if (existsSync(html))
    return failure(`${relative(setting.root, html)} already exists; add --slug to choose another name`);
  const planned =
    options.image === undefined
      ? undefined
      : planPicture(resolve(setting.workingFolder, options.image), slug, join(content, "media"), options.force);
  if (planned && !planned.ok) return failure(planned.error.message);

  const linked = linkRelated(copy, readAddresses(articles));
  const storedId = readId(article);
  const id = storedId ?? mintArticleId(identity, setting.randomBytes(ID_BYTES));
  const picture = planned?.value;
  const text = toMarkdown(linked.copy, {
    id,
    canonical: options.url && withoutTracking(options.url),
    picture: picture?.name,
  });
  const files = [...(picture && !picture.isThere ? [picture] : []), { path: article, bytes: text }];
  // The picture comes first: an article that names a picture which is not there would stop the build.
  for (const file of files) writeWhole(file.path, file.bytes);
  const idNote = storedId ? [`id: kept ${storedId}, of the replaced file`] : [];
  return ok({
    written: files.map((file) => relative(setting.root, file.path)),
    headline: copy.headline,
    notes: [...read.value.notes, ...linked.notes, ...idNote],
    ...{ missing: read.value.missing, furniture: read.value.furniture },
  });
}

/** Reads the file. Asks for the zone if the file needs one and a person can answer. */
async function readCopy(
  options: ImportOptions,
  { workingFolder, askZone }: ImportSetting,
): Promise<Result<ParsedWireCopy, ImportFailure>> {
  const file = resolve(workingFolder, options.file);
  const status = statSync(file, { throwIfNoEntry: false });
  if (!status?.isFile()) return failure(`${options.file}: there is no such file`);
  const faulty = (reason: WireCopyFault) =>
    err({
      isMisuse: reason.kind === "no zone" || reason.kind === "unknown zone",
      message: `${options.file}: ${describeFault(reason)}`,
    });
  if (status.size > MAX_BYTES) return faulty({ kind: "too large", bytes: status.size });
  const decoded = decodeText(readFileSync(file));
  if (!decoded.ok) return faulty(decoded.error);
  const { text, notes } = decoded.value;
  const withNotes = (read: ParsedWireCopy) => ok({ ...read, notes: [...notes, ...read.notes] });
  const parsed = parseWireCopy(text, options);
  if (parsed.ok) return withNotes(parsed.value);
  if ((parsed.error.kind !== "no zone" && parsed.error.kind !== "ambiguous zone") || !askZone)
    return faulty(parsed.error);
  const zone = (await askZone(parsed.error.found)).trim();
  if (zone === "") return faulty(parsed.error);
  const again = parseWireCopy(text, { ...options, zone });
  return again.ok ? withNotes(again.value) : faulty(again.error);
}

function failure(message: string): Result<never, ImportFailure> {
  return err({ isMisuse: false, message });
}
