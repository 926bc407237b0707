import { hash } from "node:crypto";
import type { Ledger, LedgerArticle } from "../../model/ledger.ts";

/** The name and the text of a file of the ledger's folder. */
export type LedgerText = { readonly name: string; readonly text: string };

/** The form of the files, which their first line names. A ledger of an earlier one is one JSON text. */
export const LEDGER_VERSION = 2;

export const HEAD_NAME = "publication.jsonl";

/** About as many lines as an editor and a forge show of a file. */
const MAX_LINES = 2_000;

/**
 * The files of a ledger. Every fact of the publication and every article is one line. Articles are in the order of a
 * hash of their ids, so that two new ones are rarely neighbours, and are spread over files by the first digits of it:
 * one file up to 2,000 articles, 16 up to 32,000, 256 up to 512,000. The same ledger gives the same files.
 */
export function ledgerTexts({ articles, ...head }: Ledger): readonly LedgerText[] {
  const facts = [
    { version: LEDGER_VERSION },
    ...Object.entries(head).flatMap(([name, value]) => (value === undefined ? [] : [{ [name]: value }])),
  ];
  const keyed = Object.entries(articles)
    .map(([id, record]) => ({ key: hashKey(id), line: articleLine(id, record) }))
    .toSorted((a, b) => (a.key < b.key ? -1 : 1));
  const digits = digitsFor(keyed.length);
  const files = new Map<string, string[]>();
  for (const { key, line } of keyed) {
    const name = digits === 0 ? "articles.jsonl" : `articles-${key.slice(0, digits)}.jsonl`;
    const lines = files.get(name);
    if (lines) lines.push(line);
    else files.set(name, [line]);
  }
  return [
    { name: HEAD_NAME, text: facts.map((fact) => `${JSON.stringify(fact)}\n`).join("") },
    ...[...files].map(([name, lines]) => ({ name, text: `${lines.join("\n")}\n` })),
  ];
}

function articleLine(id: string, record: LedgerArticle): string {
  return `{"id":${JSON.stringify(id)},${JSON.stringify(record).slice(1)}`;
}

/** How the line of an article begins. A tag URI has no quotation mark. */
const ID_START = '{"id":"';

function hashKey(id: string): string {
  return hash("sha256", id, "hex");
}

/**
 * Reads files that `ledgerTexts` made, without checking them: several times faster than `readLedgerTexts`, which reads
 * any text.
 */
export function readOwnTexts(texts: readonly LedgerText[]): Ledger {
  const articles: [string, LedgerArticle][] = [];
  let head = {};
  for (const { name, text } of texts) {
    const lines = text.split("\n").slice(0, -1);
    if (name.endsWith(HEAD_NAME)) {
      head = Object.assign({}, ...JSON.parse(`[${lines}]`));
      continue;
    }
    // The id is cut off the text: to take it out of 100,000 objects takes longer than to read them.
    const ids = lines.map((line) => line.slice(ID_START.length, line.indexOf('"', ID_START.length)));
    const rest = lines.map((line, index) => `{${line.slice(ID_START.length + (ids[index]?.length ?? 0) + 2)}`);
    const records: LedgerArticle[] = JSON.parse(`[${rest}]`);
    records.forEach((record, index) => void articles.push([ids[index] ?? "", record]));
  }
  const {
    version: _,
    publication,
    renderer,
    ...others
  }: Omit<Ledger, "articles"> & { readonly version?: number } = JSON.parse(JSON.stringify(head));
  return { publication, renderer, ...others, articles: inOrder(articles) };
}

/** The records in the order in which they entered. Of two with one number, the id decides. */
export function inOrder(articles: readonly [string, LedgerArticle][]): Ledger["articles"] {
  return Object.fromEntries(
    articles.toSorted(([a, one], [b, other]) => one.sequence - other.sequence || (a < b ? -1 : 1)),
  );
}

/** How many digits of the hash the name of a file has, so that about `MAX_LINES` articles share one. */
function digitsFor(count: number): number {
  let digits = 0;
  for (let files = 1; count > files * MAX_LINES; files *= 16) digits += 1;
  return digits;
}
