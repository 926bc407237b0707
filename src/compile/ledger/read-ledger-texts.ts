import * as z from "zod";
import {
  type Ledger,
  type LedgerArticle,
  type LedgerHead,
  ledgerArticleSchema,
  ledgerHeadSchema,
} from "../../model/ledger.ts";
import { tagUriSchema } from "../../model/schema.ts";
import { instantOf } from "../../model/timestamp.ts";
import { err, ok, type Result } from "../../syntax/result.ts";
import { type ContentFault, quoted } from "../content-fault.ts";
import { conflictSides, type NumberedLine } from "./conflict-sides.ts";
import { joinRecords } from "./join-records.ts";
import { inOrder, LEDGER_VERSION } from "./ledger-lines.ts";
import type { PodcastGuids } from "./podcast-guids.ts";

/** A ledger's text with the path that a fault names. A text in the former form is one JSON value. */
export type PlacedLedgerText = { readonly file: string; readonly text: string; readonly isFormer?: boolean };

/**
 * A ledger as its files tell it. `joined` are the ids of articles whose record was made of two that differ in more than
 * their age. `isMerged`: some fact or article had more than one line, or there were conflict markers, so the files are
 * to be recorded before a build for readers.
 */
export type ReadLedger = {
  readonly ledger: Ledger;
  readonly joined: ReadonlySet<string>;
  readonly isMerged: boolean;
};

const EXPECTED = "the ledger as `npm run record` wrote it; restore it from the repository's history";

const articleLineSchema = z.strictObject({ id: tagUriSchema, ...ledgerArticleSchema.shape });
const headLineSchema = z.strictObject({ version: z.literal(LEDGER_VERSION), ...ledgerHeadSchema.shape }).partial();
const formerSchema = z.strictObject({
  version: z.literal(1),
  ...ledgerHeadSchema.partial().shape,
  articles: z.record(tagUriSchema, ledgerArticleSchema),
});

type HeadLine = z.infer<typeof headLineSchema>;

const VERSIONS = ["publication", "renderer", "pages", "navigation"] as const;

type Place = Pick<ContentFault, "file" | "line">;

/** Reads the texts in any order, with the lines of both sides of a conflict, and makes one record of several. */
export function readLedgerTexts(texts: readonly PlacedLedgerText[]): Result<ReadLedger, ContentFault> {
  const found = new Found();
  for (const { file, text, isFormer = false } of texts) {
    const sides = conflictSides(text);
    if (sides.length > 1) found.isMerged = true;
    const seen = new Set<number>();
    for (const side of sides) {
      const fault = isFormer ? readFormer(file, side, found) : readLines(file, side, seen, found);
      if (fault) return err(fault);
    }
  }
  return found.ledger();
}

function readLines(
  file: string,
  lines: readonly NumberedLine[],
  seen: Set<number>,
  found: Found,
): ContentFault | undefined {
  for (const { line, text } of lines) {
    // A line outside of a conflict is in both sides.
    if (seen.has(line) || text.trim() === "") continue;
    seen.add(line);
    const value = parseJson(text);
    if (value === undefined) return { file, line, found: quoted(text), expected: EXPECTED };
    const isArticle = typeof value === "object" && value !== null && "id" in value;
    const read = isArticle ? articleLineSchema.safeParse(value) : headLineSchema.safeParse(value);
    if (!read.success) return lineFault(file, read.error.issues[0], line);
    if (!("id" in read.data)) {
      const fault = found.takeHead(read.data, { file, line });
      if (fault) return fault;
    } else {
      const { id, ...record } = read.data;
      found.takeArticle(id, record);
    }
  }
  return undefined;
}

function readFormer(file: string, lines: readonly NumberedLine[], found: Found): ContentFault | undefined {
  const value = parseJson(lines.map(({ text }) => text).join("\n"));
  if (value === undefined) return { file, found: "no JSON", expected: EXPECTED };
  const read = formerSchema.safeParse(value);
  if (!read.success) return lineFault(file, read.error.issues[0]);
  const { version: _, articles, ...head } = read.data;
  for (const [id, record] of Object.entries(articles)) found.takeArticle(id, record);
  return found.takeHead(head, { file });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function lineFault(file: string, issue: z.core.$ZodIssue | undefined, line?: number): ContentFault {
  return { file, line, field: issue?.path.join(".") || undefined, found: issue?.message, expected: EXPECTED };
}

/** What has been read so far. */
class Found {
  readonly #articles = new Map<string, LedgerArticle>();
  readonly #joined = new Set<string>();
  #head: Partial<LedgerHead> = {};
  isMerged = false;

  takeArticle(id: string, record: LedgerArticle): void {
    const known = this.#articles.get(id);
    if (known === undefined) {
      this.#articles.set(id, record);
      return;
    }
    if (JSON.stringify(known) === JSON.stringify(record)) return;
    const joined = joinRecords(known, record);
    this.#articles.set(id, joined.record);
    this.isMerged = true;
    if (!joined.isWhole) this.#joined.add(id);
  }

  /**
   * Takes the facts of a line. Of two versions of one fact, the later one counts. The guids of podcasts and the pages
   * that two branches recorded count together.
   */
  takeHead({ podcasts, content, pageTexts, ...head }: HeadLine, place: Place): ContentFault | undefined {
    const fault = this.#takePodcasts(podcasts, place);
    if (fault) return fault;
    this.#takeMigration(content);
    this.#takePages(pageTexts);
    for (const name of VERSIONS) {
      const value = head[name];
      const known = this.#head[name];
      if (value === undefined || JSON.stringify(known) === JSON.stringify(value)) continue;
      if (known) this.isMerged = true;
      if (!known || instantOf(value.modified) > instantOf(known.modified))
        this.#head = { ...this.#head, [name]: value };
    }
    return undefined;
  }

  /** A merge may bring files that only one branch migrated, so the earlier number counts. A migration can run twice. */
  #takeMigration(content: number | undefined): void {
    const known = this.#head.content;
    if (content === undefined || known === content) return;
    if (known !== undefined) this.isMerged = true;
    this.#head = { ...this.#head, content: Math.min(content, known ?? content) };
  }

  #takePodcasts(podcasts: PodcastGuids | undefined, place: Place): ContentFault | undefined {
    const known = this.#head.podcasts;
    if (podcasts === undefined || JSON.stringify(known) === JSON.stringify(podcasts)) return undefined;
    const other = Object.entries(podcasts).find(([key, guid]) => (known?.[key] ?? guid) !== guid);
    if (other) {
      const [key, guid] = other;
      const expected = `one guid of this podcast: the right one on every line; another line has ${quoted(known?.[key] ?? "")}`;
      return { ...place, field: `podcasts.${key}`, found: quoted(guid), expected };
    }
    if (known) this.isMerged = true;
    this.#head = { ...this.#head, podcasts: { ...known, ...podcasts } };
    return undefined;
  }

  /** A page that only one branch removed is still here. The next `npm run record` removes it. */
  #takePages(pages: LedgerHead["pageTexts"]): void {
    const known = this.#head.pageTexts;
    if (pages === undefined || JSON.stringify(known) === JSON.stringify(pages)) return;
    if (known) this.isMerged = true;
    const later = Object.entries(pages).filter(([slug, { modified }]) => {
      const other = known?.[slug];
      return !other || instantOf(modified) > instantOf(other.modified);
    });
    this.#head = { ...this.#head, pageTexts: { ...known, ...Object.fromEntries(later) } };
  }

  ledger(): Result<ReadLedger, ContentFault> {
    const head = ledgerHeadSchema.safeParse(this.#head);
    if (!head.success) return err(lineFault("content/ledger", head.error.issues[0]));
    const ledger = { ...head.data, articles: inOrder([...this.#articles]) };
    return ok({ ledger, joined: this.#joined, isMerged: this.isMerged });
  }
}
