import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { debianPackage } from "../harness/installed.ts";
import { runToSuccess } from "../harness/run-command.ts";
import type { PodcastClient, ReadEpisode } from "./podcast-client.ts";

/** `gpo`, the command line of gPodder. The episodes are read from its database. */
export const gpodder: PodcastClient = {
  name: "gPodder",
  requirement: debianPackage("gpodder", "gpo", ["help"]),
  showsEdits: true,
  subscribe: async (page, folder) => {
    const home = join(folder, "gpodder");
    mkdirSync(home, { recursive: true });
    const environment = { HOME: home, GPODDER_HOME: home, PATH: String(process.env.PATH), LANG: "C.UTF-8" };
    const gpo = (...args: string[]) => runToSuccess("gpo", args, { cwd: home, environment });
    await gpo("subscribe", page);
    return {
      poll: async () => {
        await gpo("update");
      },
      episodes: async () => readDatabase(join(home, "Database")),
      end: async () => undefined,
    };
  },
};

function readDatabase(file: string): readonly ReadEpisode[] {
  const database = new DatabaseSync(file, { readOnly: true });
  try {
    const rows = database.prepare("SELECT * FROM episode ORDER BY published").all();
    return rows.map(({ guid, title, published, url, total_time: seconds }) => ({
      id: String(guid),
      title: String(title),
      published: new Date(Number(published) * 1_000).toISOString(),
      ...(url !== "" && { enclosure: String(url) }),
      ...(Number(seconds) > 0 && { seconds: Number(seconds) }),
    }));
  } finally {
    database.close();
  }
}
