import { existsSync, readdirSync, readlinkSync, realpathSync, type Stats, statSync } from "node:fs";
import { dirname, relative, resolve, sep } from "node:path";

/** A file that is not read because a symbolic link leads somewhere else. `name` is its path in the folder. */
export type RefusedLink = { readonly name: string; readonly target: string };

/** `statuses` are those of the files in `names`, in no order. */
export type FilesInside = {
  readonly names: readonly string[];
  readonly refused: readonly RefusedLink[];
  readonly statuses: ReadonlyMap<string, Stats>;
};

/**
 * Lists the files below a folder, with slashes, sorted, without hidden ones. A symbolic link counts as its target if
 * that is inside of `root`. A link that leads out is refused: content comes from other people too, and a link could
 * publish any file of this machine. A link to a folder that it is inside of has been listed already, and is left out.
 *
 * @param root the folder that no link may lead out of
 */
export function filesInside(folder: string, root: string, recursive: boolean): FilesInside {
  const statuses = new Map<string, Stats>();
  const refused: RefusedLink[] = [];
  const home = existsSync(root) ? realpathSync(root) : root;
  const isInside = (path: string) => path === home || path.startsWith(home + sep);
  const refuse = (path: string) => refused.push({ name: nameIn(folder, path), target: targetOf(path) });

  // Paths are put together as text: there may be 100,000 of them, and `join` takes longer than the system does.
  const list = (within: string, prefix: string, above: readonly string[]) => {
    for (const entry of readdirSync(within, { withFileTypes: true })) {
      if (entry.name.startsWith(".")) continue;
      const path = within + sep + entry.name;
      const name = prefix + entry.name;
      const status = statSync(path, { throwIfNoEntry: false });
      // A link to nothing publishes nothing, and a file may be gone since its folder was read.
      if (!status) continue;
      if (entry.isSymbolicLink()) {
        if (!isInside(realpathSync(path))) refuse(path);
        else if (status.isFile()) statuses.set(name, status);
        else if (recursive && status.isDirectory()) enter(path, `${name}/`, above);
      } else if (entry.isFile()) statuses.set(name, status);
      else if (recursive && entry.isDirectory()) enter(path, `${name}/`, above);
    }
  };
  const enter = (path: string, prefix: string, above: readonly string[]) => {
    const real = realpathSync(path);
    if (!above.includes(real)) list(path, prefix, [...above, real]);
  };

  if (!existsSync(folder)) return { names: [], refused, statuses };
  if (isInside(realpathSync(folder))) enter(folder, "", []);
  else refuse(folder);
  return { names: [...statuses.keys()].sort(), refused, statuses };
}

function nameIn(folder: string, path: string): string {
  return relative(folder, path).split(sep).join("/");
}

/** The target of a link, or the real path of a file if a folder above it is the link. */
function targetOf(path: string): string {
  try {
    return resolve(dirname(path), readlinkSync(path));
  } catch {
    // A folder above the path is the link.
    return realpathSync(path);
  }
}
