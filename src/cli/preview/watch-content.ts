import { type FSWatcher, readdirSync, statSync, watch } from "node:fs";
import { join } from "node:path";

/** A burst of events, such as those of an editor that writes by rename, is one change. Milliseconds. */
const QUIET = 25;
const MAX_QUIET = 250;

/** How often the folder is looked at if the system cannot watch it. Milliseconds. */
const POLL = 1_000;

export type WatchedContent = { readonly close: () => void };

/**
 * Watches the content below `root`, and `wrangler.toml`. Tells `touched` of the first event at once and `changed` when
 * the events pause, or after a while if they do not. It does not say what changed, and may tell of nothing.
 *
 * Each folder is watched by itself: a watch of a whole tree costs one watch a file on Linux. Hidden files belong to
 * editors and to the system.
 */
export function watchContent(
  root: string,
  { touched, changed }: { readonly touched: () => void; readonly changed: () => void },
): WatchedContent {
  const watchers = new Map<string, FSWatcher>();
  let timer: NodeJS.Timeout | undefined;
  let poll: NodeJS.Timeout | undefined;
  let since = 0;

  const settle = () => {
    timer = undefined;
    since = 0;
    sync();
    changed();
  };
  const event = () => {
    const now = performance.now();
    if (since === 0) {
      since = now;
      touched();
    }
    clearTimeout(timer);
    timer = setTimeout(settle, Math.max(0, Math.min(QUIET, since + MAX_QUIET - now)));
  };
  const add = (folder: string, isOurs: (name: string) => boolean) => {
    if (watchers.has(folder)) return;
    try {
      const watcher = watch(folder, (_, name) => {
        if (name === null || isOurs(name)) event();
      });
      watcher.on("error", () => drop(folder));
      watchers.set(folder, watcher);
    } catch {
      // The system has no watches left, or the folder is gone.
      poll ??= setInterval(event, POLL);
    }
  };
  const drop = (folder: string) => {
    watchers.get(folder)?.close();
    watchers.delete(folder);
  };
  /** Watches the folders that are there. A folder that was made again is another one, so all but the root are renewed. */
  const sync = () => {
    const folders = new Set(foldersBelow(join(root, "content")));
    for (const folder of [...watchers.keys()]) if (folder !== root && !folders.has(folder)) drop(folder);
    for (const folder of folders) add(folder, (name) => !name.startsWith("."));
  };
  add(root, (name) => name === "content" || name === "wrangler.toml");
  sync();
  return {
    close: () => {
      clearTimeout(timer);
      clearInterval(poll);
      for (const watcher of watchers.values()) watcher.close();
    },
  };
}

/** The folder and those below it, through links as well. */
function foldersBelow(folder: string, seen: Set<number> = new Set()): string[] {
  const status = statSync(folder, { throwIfNoEntry: false });
  if (!status?.isDirectory() || seen.has(status.ino)) return [];
  seen.add(status.ino);
  const entries = readdirSync(folder, { withFileTypes: true });
  const others = entries.filter((entry) => !entry.isFile() && !entry.name.startsWith("."));
  return [folder, ...others.flatMap(({ name }) => foldersBelow(join(folder, name), seen))];
}
