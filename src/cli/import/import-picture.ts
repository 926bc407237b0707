import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { imageSize } from "image-size";
import { err, ok, type Result } from "../../syntax/result.ts";

/** A picture to copy. Its name in content/media is the article's slug with the extension that its bytes have. */
export type Picture = {
  readonly name: string;
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly isThere: boolean;
};

/** What browsers show. The kind is taken from the bytes, since the extension of a name may be wrong. */
const EXTENSIONS: ReadonlySet<string> = new Set(["jpg", "png", "gif", "webp", "avif", "svg"]);

/**
 * Reads a picture and decides its name. An equal file in content/media stays. A different file there is an error unless
 * `force` is true.
 */
export function planPicture(
  file: string,
  slug: string,
  mediaFolder: string,
  force: boolean,
): Result<Picture, { readonly message: string }> {
  if (!existsSync(file)) return err({ message: `${file}: there is no such file` });
  const bytes = readFileSync(file);
  const extension = kindOf(bytes);
  if (extension === undefined || !EXTENSIONS.has(extension))
    return err({ message: `${file}: expected a picture (${[...EXTENSIONS].join(", ")})` });
  const name = `${slug}.${extension}`;
  const path = join(mediaFolder, name);
  const isThere = existsSync(path) && bytes.equals(readFileSync(path));
  if (existsSync(path) && !isThere && !force)
    return err({ message: `${path} is a different picture; add --force to replace it` });
  return ok({ name, path, bytes, isThere });
}

function kindOf(bytes: Uint8Array): string | undefined {
  try {
    return imageSize(bytes).type;
  } catch {
    // It throws if the bytes are not a picture.
    return undefined;
  }
}
