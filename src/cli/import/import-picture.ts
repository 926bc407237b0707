import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { imageSize } from "image-size";

/** A picture to copy: its name in content/media, made of the article's slug and what its bytes really are. */
export type Picture = {
  readonly name: string;
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly isThere: boolean;
};

export type PlannedPicture =
  | { readonly ok: true; readonly picture: Picture }
  | { readonly ok: false; readonly message: string };

/** What browsers show. A name's extension may lie; the bytes do not. */
const EXTENSIONS: ReadonlySet<string> = new Set(["jpg", "png", "gif", "webp", "avif", "svg"]);

/** Looks at a picture and where it would go. One that is there already is left alone, and must be the same unless `force`. */
export function planPicture(file: string, slug: string, mediaFolder: string, force: boolean): PlannedPicture {
  if (!existsSync(file)) return { ok: false, message: `${file}: there is no such file` };
  const bytes = readFileSync(file);
  const extension = kindOf(bytes);
  if (extension === undefined || !EXTENSIONS.has(extension))
    return { ok: false, message: `${file}: expected a picture (${[...EXTENSIONS].join(", ")})` };
  const name = `${slug}.${extension}`;
  const path = join(mediaFolder, name);
  const isThere = existsSync(path) && bytes.equals(readFileSync(path));
  if (existsSync(path) && !isThere && !force)
    return { ok: false, message: `${path} is another picture; add --force to replace it` };
  return { ok: true, picture: { name, path, bytes, isThere } };
}

function kindOf(bytes: Uint8Array): string | undefined {
  try {
    return imageSize(bytes).type;
  } catch {
    // It throws at whatever is no picture.
    return undefined;
  }
}
