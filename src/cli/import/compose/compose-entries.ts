import { availableParallelism } from "node:os";
import type { ImportContext } from "../../../import/feeds/compose-article.ts";
import type { ImportedEntry, ReadEntry } from "../../../import/feeds/imported-entry.ts";
import { ok, type Result } from "../../../syntax/result.ts";
import type { DocumentFault } from "../document-file.ts";
import { type Composition, composeEntry, type EntryJob } from "./compose-entry.ts";
import { ComposeThread } from "./compose-thread.ts";

/**
 * What a reader found, with each article composed. `place` is where the entry is in its document. A site has few pages,
 * so they are not composed here.
 */
export type ComposedEntry =
  | Exclude<ReadEntry, { readonly kind: "entry" }>
  | { readonly kind: "page"; readonly place: string; readonly entry: ImportedEntry; readonly context: ImportContext }
  | { readonly kind: "composition"; readonly place: string; readonly composition: Composition };

/**
 * From this number of entries on, a thread is started: it takes a second and about 100 MB. Up to then, entries are
 * composed here.
 */
const ENTRIES_WITHOUT_THREAD = 1_000;
/** A list of jobs ends at this number of entries, or of characters in their bodies. */
const MAX_JOBS = 32;
const MAX_CHARACTERS = 500_000;
/** Lists that the thread has at once. Each is in memory, with its answer. */
const MAX_LISTS = 3;

export type ComposeOptions = {
  readonly entriesWithoutThread?: number;
  /** Whether there is a core for a thread beside this one. */
  readonly hasThread?: boolean;
};

type Read = Result<ReadEntry, DocumentFault>;
type Composed = Result<ComposedEntry, DocumentFault>;
/** An item that needs no thread, or the place of one that does. */
type Item = Composed | { readonly waiting: string };
type List = { readonly items: readonly Item[]; readonly answer: Promise<readonly Composition[]> };

/**
 * Composes the entries of an import, in their order. One thread reads entries and writes articles, and another one does
 * the work between: parsing, cleaning and serializing HTML. What they hold between them is bounded.
 */
export class EntryComposer {
  readonly #options: Required<ComposeOptions>;
  #thread: ComposeThread | undefined;
  #entries = 0;

  constructor(options: ComposeOptions = {}) {
    this.#options = {
      entriesWithoutThread: ENTRIES_WITHOUT_THREAD,
      hasThread: availableParallelism() > 1,
      ...options,
    };
  }

  /**
   * @param contextOf the settings for an entry, asked for when the entry is read
   * @throws what `entries` throws, behind all entries before it
   */
  async *compose(
    entries: AsyncIterable<Read>,
    contextOf: (read: ReadEntry) => ImportContext,
  ): AsyncGenerator<Composed> {
    const lists: List[] = [];
    let open = new JobList();
    const close = () => {
      if (open.items.length === 0) return;
      lists.push({ items: open.items, answer: this.#answer(open.jobs) });
      open = new JobList();
    };
    let thrown: { readonly error: unknown } | undefined;
    const guarded = withoutThrowing(entries, (error) => {
      thrown = { error };
    });
    for await (const read of guarded) {
      const { item, job } = itemOf(read, contextOf);
      if (job) this.#entries += 1;
      if (!this.#isThreaded()) {
        yield composed(item, () => job && composeEntry(job));
        continue;
      }
      open.add(item, job);
      if (!open.isFull) continue;
      close();
      if (lists.length >= MAX_LISTS) yield* finished(lists.shift());
    }
    close();
    while (lists.length > 0) yield* finished(lists.shift());
    if (thrown) throw thrown.error;
  }

  async end(): Promise<void> {
    await this.#thread?.end();
  }

  #isThreaded(): boolean {
    return this.#options.hasThread && this.#entries > this.#options.entriesWithoutThread;
  }

  async #answer(jobs: readonly EntryJob[]): Promise<readonly Composition[]> {
    this.#thread ??= new ComposeThread();
    return jobs.length === 0 ? [] : this.#thread.compose(jobs);
  }
}

/** What was read since the last list, and the jobs in it. */
class JobList {
  readonly items: Item[] = [];
  readonly jobs: EntryJob[] = [];
  #characters = 0;

  add(item: Item, job: EntryJob | undefined): void {
    this.items.push(item);
    if (!job) return;
    this.jobs.push(job);
    this.#characters += job.entry.html.length;
  }

  /** What is not an entry, such as a comment, counts less: it is small, and costs the thread nothing. */
  get isFull(): boolean {
    return this.jobs.length >= MAX_JOBS || this.#characters >= MAX_CHARACTERS || this.items.length >= MAX_JOBS * 8;
  }
}

/** The items in their order. The compositions are those of the entries among them. */
async function* finished(list: List | undefined): AsyncGenerator<Composed> {
  if (!list) return;
  const compositions = (await list.answer).values();
  for (const item of list.items) yield composed(item, () => compositions.next().value);
}

/** @param contextOf the settings for an entry */
function itemOf(
  read: Read,
  contextOf: (read: ReadEntry) => ImportContext,
): { readonly item: Item; readonly job?: EntryJob } {
  if (!read.ok) return { item: read };
  if (read.value.kind !== "entry") return { item: ok(read.value) };
  const { place, entry, isPage } = read.value;
  const context = contextOf(read.value);
  if (isPage) return { item: ok({ kind: "page", place, entry, context }) };
  return { item: { waiting: place }, job: { entry, context } };
}

function composed(item: Item, composition: () => Composition | undefined): Composed {
  if (!("waiting" in item)) return item;
  const made = composition();
  if (made === undefined) throw new Error(`${item.waiting}: an entry got no composition`);
  return ok({ kind: "composition", place: item.waiting, composition: made });
}

async function* withoutThrowing(entries: AsyncIterable<Read>, caught: (error: unknown) => void): AsyncGenerator<Read> {
  try {
    yield* entries;
  } catch (error) {
    caught(error);
  }
}
