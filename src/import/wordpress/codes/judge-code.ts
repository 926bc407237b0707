import { CORE_CODES, isPluginCode } from "./plugin-codes.ts";
import type { CodeCandidate } from "./split-codes.ts";

/** An attribute as plugins read it. A tag inside means that the brackets enclose a sentence. */
const NAMED_ATTRIBUTE = /^[^<>]*[\s][\w-]+=(?:["'\w/#.&+-]|$)/;

/** Codes of WordPress that show nothing on their own. The others show the files of the post. */
const NEEDS_CONTENT: ReadonlySet<string> = new Set(["caption", "wp_caption", "embed"]);

/**
 * Whether something in brackets is a short code. WordPress knows which ones its plugins have registered, and shows all
 * others as they are written. An export does not say it, so the form decides: a code of WordPress or of a widespread
 * plugin, or one with a named attribute or a closing code, or a name with an underscore. `[sic]`, `[1]` and `[at dawn]`
 * are text, and so is all in `<code>` that WordPress itself does not read.
 */
export function isShortCode({ name, attributes, isInCode, isClosed, isIndex }: CodeCandidate): boolean {
  const hasAttributes = attributes.replace(/\/$/, "").trim() !== "";
  if (CORE_CODES.has(name)) return !NEEDS_CONTENT.has(name) || hasAttributes || isClosed;
  if (isInCode) return false;
  if (attributes.startsWith("=")) return isPluginCode(name);
  const words = attributes.replace(/<br \/>/g, " ");
  if (isClosed || NAMED_ATTRIBUTE.test(words) || isPluginCode(name)) return true;
  return name.includes("_") && !words.includes("<") && !isIndex;
}
