import type { SourceWindow } from "./source-window.ts";

/** A comment, a CDATA section or a processing instruction. */
export type Section = { readonly open: string; readonly close: string };

export const COMMENT: Section = { open: "<!--", close: "-->" };
export const CDATA: Section = { open: "<![CDATA[", close: "]]>" };
export const INSTRUCTION: Section = { open: "<?", close: "?>" };

/** The names of open elements that show where a section without an end has to end. */
export type Surroundings = { readonly innermost: string | undefined; readonly part: string | undefined };

/**
 * Where the section at the beginning of the window ends. `isCut`: its end is missing, so it ends before the tag that
 * ends the element around it; without such a tag, at the end of the text.
 *
 * A section may contain anything but its end, so one with the tags of entries inside is usually right: an article about
 * feeds, or an entry that somebody commented out. It is wrong if another section begins behind such a tag, since
 * sections do not nest. Writers that quote a CDATA section divide its end between two sections.
 *
 * @param isFinal whether no more text is waited for
 */
export function findSectionEnd(
  window: SourceWindow,
  section: Section,
  { innermost, part }: Surroundings,
  isFinal: boolean,
): { readonly end: number; readonly isCut: boolean } | "incomplete" {
  const inside = window.at + section.open.length;
  const end = window.find(section.close, inside);
  if (end === -1 && !isFinal) return "incomplete";
  const firstOf = (needles: readonly string[]) =>
    Math.min(...needles.map((needle) => window.find(needle, inside)).filter((at) => at !== -1));
  const boundary = firstOf(boundariesOf(part));
  if (end !== -1 && boundary > end) return { end, isCut: false };
  if (end !== -1 && section !== INSTRUCTION) {
    const next = window.find(section.open, inside);
    if (next === -1 || next > end || next < boundary) return { end, isCut: false };
    const behind = end + section.close.length;
    if (!isFinal && window.text.length < behind + section.open.length) return "incomplete";
    if (window.text.startsWith(section.open, behind)) return { end, isCut: false };
  }
  if (section === INSTRUCTION) {
    const sign = window.find(">", inside);
    return { end: sign === -1 ? window.text.length : sign, isCut: true };
  }
  const close = innermost === undefined ? boundary : Math.min(boundary, firstOf([`</${innermost}>`]));
  return { end: Number.isFinite(close) ? close : window.text.length, isCut: true };
}

const ENTRIES = ["item", "entry"];
const BOUNDARIES = boundariesNamed(ENTRIES);

/** The tags at which an entry begins or ends. */
export function boundariesOf(part: string | undefined): readonly string[] {
  return part === undefined || ENTRIES.includes(part) ? BOUNDARIES : boundariesNamed([...ENTRIES, part]);
}

function boundariesNamed(names: readonly string[]): readonly string[] {
  return names.flatMap((name) => [`</${name}>`, `<${name}>`, `<${name} `]);
}
