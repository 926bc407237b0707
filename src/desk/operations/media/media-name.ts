import { cleanLine } from "../../../model/text.ts";

const MAX_NAME_LENGTH = 200;

export const MEDIA_NAME_RULE =
  "the name of a file, optionally with folders, such as harbour/ferry.jpg: up to 200 characters, no . or .. between slashes";

/**
 * Reads the name that articles use for a file, and normalises it to NFC. Returns undefined if the name could mean
 * another folder or look like another name.
 */
export function readMediaName(text: string): string | undefined {
  const name = text.normalize("NFC");
  const parts = name.split("/");
  const isWhole = parts.every((part) => part !== "" && !part.startsWith(".") && part === part.trim());
  const isClean = cleanLine(name) === name && !/[\\\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(name);
  return isWhole && isClean && name.length <= MAX_NAME_LENGTH && name.isWellFormed() ? name : undefined;
}
