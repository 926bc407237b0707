import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { eventually } from "../harness/eventually.ts";
import { debianPackage } from "../harness/installed.ts";
import { type ProcessGroup, startGroup } from "../harness/process-group.ts";
import { runCommand } from "../harness/run-command.ts";
import type { PodcastClient, ReadEpisode } from "./podcast-client.ts";

/** Without it, Liferea begins with feeds of its own choice. */
const NO_FEEDS = '<?xml version="1.0"?>\n<opml version="1.0"><head><title>Feeds</title></head><body/></opml>\n';

/** The methods of D-Bus that Liferea offers. */
const REMOTE = ["--dest", "org.gnome.feed.Reader", "--object-path", "/org/gnome/feed/Reader"];

/**
 * Liferea on a screen and a bus of its own, told over D-Bus to subscribe and to refresh. The items are read from its
 * database. Its environment names every folder, since it would use those of the desktop.
 *
 * It recognises an item by its id, and from then on changes nothing of it: version 1.14 compares titles and texts only
 * of items without an id.
 */
export const liferea: PodcastClient = {
  name: "Liferea",
  requirement: debianPackage("liferea xvfb xauth dbus-daemon", "sh", [
    "-c",
    "command -v liferea xvfb-run xauth dbus-run-session gdbus",
  ]),
  showsEdits: false,
  subscribe: async (page, folder) => {
    const home = join(folder, "liferea");
    const config = join(home, ".config");
    mkdirSync(join(config, "liferea"), { recursive: true });
    writeFileSync(join(config, "liferea/feedlist.opml"), NO_FEEDS);
    const environment = {
      HOME: home,
      XDG_CONFIG_HOME: config,
      XDG_DATA_HOME: join(home, ".local/share"),
      XDG_CACHE_HOME: join(home, ".cache"),
      XDG_RUNTIME_DIR: home,
      PATH: String(process.env.PATH),
      LANG: "C.UTF-8",
      NO_AT_BRIDGE: "1",
    };
    const program = 'echo "bus=$DBUS_SESSION_BUS_ADDRESS"; exec liferea --disable-plugins --mainwindow-state=hidden';
    const args = ["--", "xvfb-run", "--auto-servernum", "sh", "-c", program];
    const group = startGroup({ file: "dbus-run-session", args, cwd: home, environment });
    try {
      const bus = await eventually("Liferea's bus is there", () => busOf(group), { describe: group.output });
      const call = (method: string, ...values: string[]) =>
        runCommand(
          "gdbus",
          ["call", "--session", ...REMOTE, "--method", `org.gnome.feed.Reader.${method}`, ...values],
          {
            cwd: home,
            environment: { ...environment, DBUS_SESSION_BUS_ADDRESS: bus },
          },
        );
      const succeeds = async (method: string, ...values: string[]) =>
        (await call(method, ...values)).stdout.startsWith("(true") ? true : undefined;
      await eventually("Liferea answers", () => succeeds("Ping"), { describe: group.output });
      await eventually("Liferea subscribes", () => succeeds("Subscribe", page), { describe: group.output });
      return {
        poll: async () => {
          await eventually("Liferea refreshes", () => succeeds("Refresh"), { describe: group.output });
        },
        episodes: async () => readDatabase(join(home, ".local/share/liferea/liferea.db")),
        end: group.stop,
      };
    } catch (error) {
      await group.stop();
      throw error;
    }
  },
};

function busOf(group: ProcessGroup): string | undefined {
  if (group.hasEnded()) throw new Error(`Liferea ended:\n${group.output()}`);
  return /^bus=(\S+)/m.exec(group.output())?.[1];
}

function readDatabase(file: string): readonly ReadEpisode[] {
  const database = new DatabaseSync(file, { readOnly: true });
  try {
    const rows = database
      .prepare(
        `SELECT source_id, title, date,
           (SELECT value FROM metadata WHERE metadata.item_id = items.item_id AND key = 'enclosure') AS enclosure
         FROM items ORDER BY date`,
      )
      .all();
    return rows.map(({ source_id: id, title, date, enclosure }) => {
      // enc:0:audio/mpeg:1234:https://…
      const [, address] = /^enc:\d*:[^:]*:\d*:(.+)$/.exec(String(enclosure ?? "")) ?? [];
      return {
        id: String(id),
        title: String(title),
        published: new Date(Number(date) * 1_000).toISOString(),
        ...(address !== undefined && { enclosure: address }),
      };
    });
  } finally {
    database.close();
  }
}
