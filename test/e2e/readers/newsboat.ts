import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { debianPackage } from "../harness/installed.ts";
import { runToSuccess } from "../harness/run-command.ts";
import type { ReadEntry, Reader, Subscription } from "./reader.ts";

/**
 * newsboat stores one time for each entry: RSS's `pubDate`, Atom's `published`. The entries are read from the table of
 * its cache.
 */
const TELLS = ["id", "title", "url", "authors", "published", "content"] as const satisfies (keyof ReadEntry)[];

async function subscribe(address: string, folder: string): Promise<Subscription> {
  const urls = join(folder, "urls");
  const cache = join(folder, "cache.db");
  writeFileSync(urls, `${address}\n`);
  const environment = { HOME: folder, PATH: String(process.env.PATH), LANG: "C.UTF-8" };
  return {
    poll: async () => {
      await runToSuccess("newsboat", ["-u", urls, "-c", cache, "-C", "/dev/null", "-x", "reload"], {
        cwd: folder,
        environment,
      });
    },
    entries: async () => readCache(cache),
  };
}

function readCache(cache: string): readonly Partial<ReadEntry>[] {
  const database = new DatabaseSync(cache, { readOnly: true });
  try {
    const rows = database.prepare("SELECT * FROM rss_item WHERE deleted = 0 ORDER BY pubDate DESC").all();
    return rows.map(({ guid, title, url, author, pubDate, content }) => ({
      id: String(guid),
      title: String(title),
      url: String(url),
      authors: [String(author)],
      published: new Date(Number(pubDate) * 1_000).toISOString(),
      content: String(content),
    }));
  } finally {
    database.close();
  }
}

/** It sends validators from the third reload on. */
export const newsboat: Reader = {
  name: "newsboat",
  requirement: debianPackage("newsboat", "newsboat", ["-v"]),
  tells: { rss: TELLS, atom: TELLS },
  conditionalFrom: 3,
  takesDeltas: true,
  showsEdits: true,
  subscribe,
};
