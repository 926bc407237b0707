import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { ID_BYTES, mintArticleId } from "../../compile/mint-id.ts";
import { decodeText } from "../../import/wire-copy/decode-text.ts";
import { describeFault, MAX_BYTES, type WireCopyFault } from "../../import/wire-copy/fault.ts";
import { linkRelated } from "../../import/wire-copy/link-related.ts";
import { parseWireCopy } from "../../import/wire-copy/parse-wire-copy.ts";
import { toMarkdown } from "../../import/wire-copy/to-markdown.ts";
import type { WireCopy } from "../../import/wire-copy/wire-copy.ts";
import { slugOf } from "../../model/slug.ts";
import type { ImportOptions } from "../commands/import-options.ts";
import { planPicture } from "./import-picture.ts";
import { readAddresses, readId, readIdentity } from "./import-target.ts";

/** Where an import happens. `workingFolder` is what the typed paths are relative to; `askZone` is there when somebody can answer. */
export type ImportSetting = {
  readonly root: string;
  readonly workingFolder: string;
  readonly randomBytes: (count: number) => Uint8Array;
  readonly askZone?: (found: string) => Promise<string>;
};

/** `written` are paths below the root. A failed import wrote nothing; `isMisuse` where the command, not the file, is to be changed. */
export type ImportOutcome =
  | { readonly ok: true; readonly written: readonly string[]; readonly notes: readonly string[] }
  | ImportFailure;

type ImportFailure = { readonly ok: false; readonly isMisuse: boolean; readonly message: string };

/** Imports one file: everything is read and judged first, then written. */
export async function importWireCopy(options: ImportOptions, setting: ImportSetting): Promise<ImportOutcome> {
  const content = join(setting.root, "content");
  const identity = readIdentity(join(content, "publication.yaml"));
  if (!identity)
    return failure("content/publication.yaml: expected identity with authority and date, to make the article's id");
  const read = await readCopy(options, setting);
  if (!read.ok) return read;

  const slug = options.slug ?? slugOf(read.copy.headline);
  if (slug === "") return failure("the headline has no letters to make an address of; add --slug");
  const articles = join(content, "articles");
  const article = join(articles, `${slug}.md`);
  const path = relative(setting.root, article);
  if (existsSync(article) && !options.force)
    return failure(`${path} is there already; add --force to replace it, or --slug to give another name`);
  const html = `${article.slice(0, -".md".length)}.html`;
  if (existsSync(html))
    return failure(`${relative(setting.root, html)} is there already; add --slug to give another name`);
  const planned =
    options.image === undefined
      ? undefined
      : planPicture(resolve(setting.workingFolder, options.image), slug, join(content, "media"), options.force);
  if (planned && !planned.ok) return failure(planned.message);

  const linked = linkRelated(read.copy, readAddresses(articles));
  const storedId = readId(article);
  const id = storedId ?? mintArticleId(identity, setting.randomBytes(ID_BYTES));
  const picture = planned?.picture;
  const text = toMarkdown(linked.copy, { id, canonical: options.url, picture: picture?.name });
  const files = [...(picture && !picture.isThere ? [picture] : []), { path: article, bytes: text }];
  for (const file of files) write(file.path, file.bytes);
  return {
    ok: true,
    written: files.map((file) => relative(setting.root, file.path)),
    notes: [...read.notes, ...linked.notes, ...(storedId ? [`id: kept ${storedId}, of the file that was there`] : [])],
  };
}

type ReadCopy = { readonly ok: true; readonly copy: WireCopy; readonly notes: readonly string[] } | ImportFailure;

/** Reads the file, asking for the zone where it is needed and somebody is there. */
async function readCopy(options: ImportOptions, { workingFolder, askZone }: ImportSetting): Promise<ReadCopy> {
  const file = resolve(workingFolder, options.file);
  const status = statSync(file, { throwIfNoEntry: false });
  if (!status?.isFile()) return failure(`${options.file}: there is no such file`);
  const faulty = (reason: WireCopyFault): ImportFailure => ({
    ok: false,
    isMisuse: reason.kind === "no zone" || reason.kind === "unknown zone",
    message: `${options.file}: ${describeFault(reason)}`,
  });
  if (status.size > MAX_BYTES) return faulty({ kind: "too large", bytes: status.size });
  const decoded = decodeText(readFileSync(file));
  if (!decoded.ok) return faulty(decoded.error);
  const parsed = parseWireCopy(decoded.value, options);
  if (parsed.ok) return { ok: true, ...parsed.value };
  if (parsed.error.kind !== "no zone" || !askZone) return faulty(parsed.error);
  const zone = (await askZone(parsed.error.found)).trim();
  if (zone === "") return faulty(parsed.error);
  const again = parseWireCopy(decoded.value, { ...options, zone });
  return again.ok ? { ok: true, ...again.value } : faulty(again.error);
}

function write(path: string, bytes: string | Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, bytes);
}

function failure(message: string): ImportFailure {
  return { ok: false, isMisuse: false, message };
}
