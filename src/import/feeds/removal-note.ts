import { ALLOWED_HTML } from "../../compile/body/clean/allowed-html.ts";
import type { ImportNote } from "./import-note.ts";

/** Elements whose removal no reader sees: they style a page or describe it. */
const SILENT_ELEMENTS: ReadonlySet<string> = new Set("style head title template link meta base param".split(" "));
/** Elements that do something and whose text, if any is kept, does not do it. */
const WORKING_ELEMENTS: ReadonlySet<string> = new Set(
  "form input button select textarea canvas area map frame frameset dialog meter progress output datalist keygen".split(
    " ",
  ),
);
/** Attributes that lead somewhere or do something. Any other says how a thing looks or what a program calls it. */
const WORKING_ATTRIBUTE = /^(?:on.*|srcdoc|action|formaction|usemap|ping|background|longdesc)$/;

/**
 * Says what the sanitiser removed from an imported text, and whether a reader misses it.
 *
 * @param found what the sanitiser found: `<form>`, or `style="…" on <p>`
 * @param isTextKept whether only the element went, and not what is inside
 */
export function removalNote(found: string, isTextKept: boolean): ImportNote {
  const element = /^<([^>]*)>$/.exec(found)?.[1];
  if (element !== undefined) {
    const isSilent = SILENT_ELEMENTS.has(element) || (isTextKept && !WORKING_ELEMENTS.has(element));
    const outcome = isTextKept ? "only its text was kept" : "it was left out";
    return { kind: isSilent ? "harmless" : "lost", message: `<${element}>: ${outcome}` };
  }
  const at = found.lastIndexOf(" on <");
  const [written, owner] = at === -1 ? [found, ""] : [found.slice(0, at), found.slice(at)];
  const equals = written.indexOf("=");
  const name = equals === -1 ? written : written.slice(0, equals);
  const value = equals === -1 ? undefined : unquoted(written.slice(equals + 1));
  if (!(name in ALLOWED_HTML.protocols || WORKING_ATTRIBUTE.test(name)))
    return { kind: "harmless", message: `${name.startsWith("data-") ? "data-*" : name}${owner}` };
  return { kind: "lost", message: `${name}${owner}: it was left out`, found: value };
}

function unquoted(text: string): string {
  return text.replace(/^"|"$/g, "");
}
