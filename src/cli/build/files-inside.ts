import { existsSync, readdirSync, readlinkSync, realpathSync, statSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";

/** A file that is not read because a symbolic link leads somewhere else. `name` is its path in the folder. */
export type RefusedLink = { readonly name: string; readonly target: string };

export type FilesInside = { readonly names: readonly string[]; readonly refused: readonly RefusedLink[] };

/**
 * Lists the files below a folder, with slashes, sorted, without hidden ones. A symbolic link counts as its target if
 * that is inside of `root`. A link that leads out is refused: content comes from other people too, and a link could
 * publish any file of this machine. A link to a folder that it is inside of has been listed already, and is left out.
 *
 * @param root the folder that no link may lead out of
 */
export function filesInside(folder: string, root: string, recursive: boolean): FilesInside {
  const names: string[] = [];
  const refused: RefusedLink[] = [];
  const home = existsSync(root) ? realpathSync(root) : root;
  const isInside = (path: string) => path === home || path.startsWith(home + sep);
  const refuse = (path: string) => refused.push({ name: nameIn(folder, path), target: targetOf(path) });

  const list = (within: string, above: readonly string[]) => {
    for (const entry of readdirSync(within, { withFileTypes: true })) {
      if (entry.name.startsWith(".")) continue;
      const path = join(within, entry.name);
      const status = statSync(path, { throwIfNoEntry: false });
      if (entry.isSymbolicLink()) {
        // A link to nothing publishes nothing.
        if (!status) continue;
        if (!isInside(realpathSync(path))) refuse(path);
        else if (status.isFile()) names.push(nameIn(folder, path));
        else if (recursive && status.isDirectory()) enter(path, above);
      } else if (entry.isFile()) names.push(nameIn(folder, path));
      else if (recursive && entry.isDirectory()) enter(path, above);
    }
  };
  const enter = (path: string, above: readonly string[]) => {
    const real = realpathSync(path);
    if (!above.includes(real)) list(path, [...above, real]);
  };

  if (!existsSync(folder)) return { names, refused };
  if (isInside(realpathSync(folder))) enter(folder, []);
  else refuse(folder);
  return { names: names.sort(), refused };
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
