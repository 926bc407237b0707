import type { FeedHead } from "../../import/feeds/feed-head.ts";
import { type GhostFacts, noGhostFacts, readGhostPost, readGhostRow } from "../../import/feeds/ghost-post.ts";
import type { ReadEntry } from "../../import/feeds/imported-entry.ts";
import { readJsonHead, readJsonItem } from "../../import/feeds/json-feed-item.ts";
import { DocumentFault, type DocumentFile, type Progress } from "./document-file.ts";
import { jsonValues } from "./json-values.ts";

const HEAD = ["version", "home_page_url", "language", "next_url", "authors", "author"];
const TABLES = ["tags", "users", "posts_tags", "posts_authors", "posts_meta", "settings"];
/** An export has its tables in `db`; one that another tool has rewritten may have them at the top. */
const ROOTS = ["$.db.*.data", "$.data"];

const HEAD_PATHS = [
  ...HEAD.map((name) => `$.${name}`),
  ...["$.db.*.meta", "$.meta"],
  ...ROOTS.flatMap((root) => TABLES.map((table) => `${root}.${table}.*`)),
];
const ENTRY_PATHS = ["$.items.*", ...ROOTS.map((root) => `${root}.posts.*`)];

/** The entries of a JSON Feed or a Ghost export. Both may say behind their entries what these need, and so are read twice. */
export async function* readJsonDocument(
  document: DocumentFile,
  head: FeedHead,
  progress: Progress,
): AsyncGenerator<ReadEntry> {
  const facts: GhostFacts = noGhostFacts();
  let isFeed = false;
  let isGhost = false;
  for await (const { name, index, value } of jsonValues(document, HEAD_PATHS, () => {})) {
    if (name === "version") isFeed ||= String(value).includes("jsonfeed.org/version/");
    if (name === "meta") isGhost = true;
    if (index === undefined) readJsonHead(head, name, value, document.address);
    else if (name === "settings") readSetting(head, value);
    else readGhostRow(name, value, facts);
  }
  if (!isFeed && !isGhost && facts.users.size === 0)
    throw new DocumentFault("JSON, but neither a JSON Feed (with version and items) nor a Ghost export (with db)");
  if (!isFeed && head.site === undefined)
    throw new DocumentFault("a Ghost export does not say where the site was; add --site with its address");
  for await (const { name, index = 0, value } of jsonValues(document, ENTRY_PATHS, progress)) {
    const place = `entry ${index + 1}`;
    yield name === "posts" ? readGhostPost(value, place, facts, head) : readJsonItem(value, place, head);
  }
}

function readSetting(head: FeedHead, row: unknown): void {
  if (typeof row !== "object" || row === null || !("key" in row) || !("value" in row)) return;
  const isLanguage = row.key === "locale" || row.key === "lang" || row.key === "default_locale";
  if (isLanguage && typeof row.value === "string") head.language = row.value;
}
