import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { runToSuccess } from "../harness/run-command.ts";
import { instant } from "./expected-entries.ts";
import { pollWithFetch } from "./poll-with-fetch.ts";
import type { ReadEntry, Subscription } from "./reader.ts";
import { visibleWords } from "./visible-words.ts";

/** A parser of another language, called by a script beside this file that prints JSON. */
export type ScriptedParser = { readonly program: string; readonly script: string };

/** What a script prints of an entry. Times are in UTC to the millisecond. */
export type ScriptedEntry = { readonly [name in keyof ReadEntry]?: ReadEntry[name] | null | undefined } & {
  readonly author?: string | null | undefined;
  /** Whether the summary is HTML, as a description of RSS is. */
  readonly isHtml?: boolean;
  readonly enclosure?: string | null | undefined;
  readonly duration?: string | null | undefined;
};

/** The entry as a reader has it. What the parser does not find is an empty text. */
export function entryOf(entry: ScriptedEntry): Partial<ReadEntry> {
  const { author, isHtml = false, published, updated } = entry;
  const summary = entry.summary ?? "";
  return {
    id: entry.id ?? "",
    title: entry.title ?? "",
    url: entry.url ?? "",
    authors: entry.authors ?? [author ?? ""],
    published: instant(published),
    updated: instant(updated ?? published),
    summary: isHtml ? visibleWords(summary) : summary,
    content: entry.content ?? "",
  };
}

/** Reads the text of a feed with the parser, which gets it as a file in `folder`. */
export async function readByScript(
  { program, script }: ScriptedParser,
  text: string,
  folder: string,
): Promise<readonly ScriptedEntry[]> {
  const file = join(folder, "feed.xml");
  writeFileSync(file, text);
  const environment = { PATH: String(process.env.PATH), HOME: folder, LANG: "C.UTF-8" };
  const printed = await runToSuccess(program, [join(import.meta.dirname, script), file], { cwd: folder, environment });
  return JSON.parse(printed);
}

/** A subscription of a parser that leaves fetching to the application. */
export function scriptedSubscription(parser: ScriptedParser, address: string, folder: string): Subscription {
  return pollWithFetch(address, async (text) => (await readByScript(parser, text, folder)).map(entryOf));
}
