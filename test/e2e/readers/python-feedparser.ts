import { readFileSync } from "node:fs";
import { join } from "node:path";
import { debianPackage } from "../harness/installed.ts";
import { runToSuccess } from "../harness/run-command.ts";
import type { ReadEntry, Reader, Subscription } from "./reader.ts";
import { visibleWords } from "./visible-words.ts";

/** Debian's own Python, which has Debian's packages. */
const PYTHON = "/usr/bin/python3";

/** The content passes feedparser's sanitiser, which writes equal HTML differently. */
const TELLS = [
  ...(["id", "title", "url", "authors", "published", "updated", "summary", "words"] as const),
] satisfies (keyof ReadEntry)[];

async function subscribe(address: string, folder: string): Promise<Subscription> {
  const state = join(folder, "state.json");
  const script = join(import.meta.dirname, "poll-with-feedparser.py");
  return {
    poll: async () => {
      await runToSuccess(PYTHON, [script, address, state], { cwd: folder, environment: { LANG: "C.UTF-8" } });
    },
    entries: async () => JSON.parse(readFileSync(state, "utf8")).entries.map(entryOf),
  };
}

type Kept = Omit<ReadEntry, "words"> & { readonly summary_is_html: boolean };

/** In RSS a description is HTML. Atom's summary is declared as plain text. */
function entryOf({ content, summary_is_html, summary, ...entry }: Kept): Omit<ReadEntry, "content"> {
  return { ...entry, summary: summary_is_html ? visibleWords(summary) : summary, words: visibleWords(content) };
}

export const pythonFeedparser: Reader = {
  name: "feedparser",
  requirement: debianPackage("python3-feedparser", PYTHON, ["-c", "import feedparser"]),
  tells: { rss: TELLS, atom: TELLS },
  conditionalFrom: 2,
  takesDeltas: true,
  showsEdits: true,
  subscribe,
};
