import { cleanLine } from "../../../model/text.ts";

const LONGEST = 200;

export const MEDIA_NAME_RULE =
  "the name of a file, with folders before it if you like, such as harbour/ferry.jpg: up to 200 characters, no . or .. between slashes";

/** A name to call a file by, in NFC; undefined for one that could mean another place, or look like another name. */
export function readMediaName(text: string): string | undefined {
  const name = text.normalize("NFC");
  const parts = name.split("/");
  const isWhole = parts.every((part) => part !== "" && !part.startsWith(".") && part === part.trim());
  const isClean = cleanLine(name) === name && !/[\\\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(name);
  return isWhole && isClean && name.length <= LONGEST && name.isWellFormed() ? name : undefined;
}
