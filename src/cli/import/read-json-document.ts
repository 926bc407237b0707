import type { FeedHead } from "../../import/feeds/feed-head.ts";
import { ghostSiteIn, readGhostPost } from "../../import/feeds/ghost-post.ts";
import type { ReadEntry } from "../../import/feeds/imported-entry.ts";
import { learnJsonItem, readJsonHead, readJsonItem } from "../../import/feeds/json-feed-item.ts";
import { noteInHead, notesOfRepairs, withNotes } from "../../import/feeds/repair-notes.ts";
import { type GhostFacts, noGhostFacts, readGhostRow } from "../../import/ghost/ghost-facts.ts";
import { err, ok, type Result } from "../../syntax/result.ts";
import type { DocumentFault, DocumentFile, Progress } from "./document-file.ts";
import type { DocumentKind } from "./document-kind.ts";
import { renderGhost } from "./ghost/ghost-renderer.ts";
import { jsonValues } from "./json-values.ts";

const HEAD = ["version", "home_page_url", "language", "next_url", "authors", "author"];
const TABLES = ["tags", "users", "posts_tags", "posts_authors", "posts_meta", "settings"];
/** A Ghost export has its tables in `db`. After another tool has rewritten it, they may be at the top. */
const ROOTS = ["$.db.*.data", "$.data"];

const HEAD_PATHS = [
  ...HEAD.map((name) => `$.${name}`),
  ...["$.db.*.meta", "$.meta"],
  ...ROOTS.flatMap((root) => TABLES.map((table) => `${root}.${table}.*`)),
];
/** An answer of Ghost's API has posts or pages at the top, with their tags and authors within. */
const API_PATHS = ["$.posts.*", "$.pages.*"];
const ITEMS = "$.items.*";
const ENTRY_PATHS = [ITEMS, ...ROOTS.map((root) => `${root}.posts.*`), ...API_PATHS];

/**
 * The entries of a JSON Feed, a Ghost export or an answer of Ghost's API. All may have facts after their entries that
 * the entries need, so the document is read twice.
 *
 * @param ownAddress the address of the publication, which is the site's if neither the user nor the document names it
 */
export async function* readJsonDocument(
  document: DocumentFile,
  { encoding }: DocumentKind & { kind: "json" },
  {
    head,
    ownAddress,
    progress,
  }: { readonly head: FeedHead; readonly ownAddress: string | undefined; readonly progress: Progress },
): AsyncGenerator<Result<ReadEntry, DocumentFault>> {
  const facts: GhostFacts = noGhostFacts();
  if (encoding.note) noteInHead(head, [encoding.note]);
  let isFeed = false;
  let isGhost = false;
  const isSiteGiven = head.site !== undefined;
  head.site ??= ownAddress;
  let saidSite: string | undefined;
  for await (const read of jsonValues(document, [...HEAD_PATHS, ...API_PATHS, ITEMS], {
    encoding,
    progress: () => {},
  })) {
    if (!read.ok) return yield read;
    const { name, index, value } = read.value;
    if (name === "items") {
      learnJsonItem(value, head);
      continue;
    }
    if (index !== undefined && (name === "posts" || name === "pages")) {
      isGhost = true;
      saidSite ??= ghostSiteIn(value);
      continue;
    }
    if (name === "version") isFeed ||= String(value).includes("jsonfeed.org/version/");
    if (name === "meta") isGhost = true;
    if (index === undefined) readJsonHead(head, name, value, document.address);
    else if (name === "settings") readSetting(head, value);
    else readGhostRow(name, value, facts);
  }
  if (!isSiteGiven) head.site = saidSite ?? head.site;
  if (!isFeed && !isGhost && facts.users.size === 0) {
    const message = "JSON, but neither a JSON Feed (with version and items) nor a Ghost export (with db)";
    return yield err({ message });
  }
  if (!isFeed && head.site === undefined)
    return yield err({ message: "a Ghost export does not say where the site was; add --site with its address" });
  for await (const read of jsonValues(document, ENTRY_PATHS, { encoding, progress })) {
    if (!read.ok) return yield read;
    const { name, index = 0, value, repairs } = read.value;
    const place = `entry ${index + 1}`;
    const entry =
      name === "items"
        ? readJsonItem(value, place, head)
        : await readGhostPost(value, place, facts, head, name, renderGhost);
    yield ok(withNotes(entry, notesOfRepairs(repairs)));
  }
}

function readSetting(head: FeedHead, row: unknown): void {
  if (typeof row !== "object" || row === null || !("key" in row) || !("value" in row)) return;
  const isLanguage = row.key === "locale" || row.key === "lang" || row.key === "default_locale";
  if (isLanguage && typeof row.value === "string") head.language = row.value;
}
