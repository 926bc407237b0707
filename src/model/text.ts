/**
 * Text that every form can carry.
 *
 * XML 1.0 (section 2.2) has no way to write most C0 controls, U+FFFE, U+FFFF or half a surrogate pair; HTML calls the C1
 * controls and all non-characters parse errors. They are removed here, once, on the way in, so that no renderer has to think of them.
 */

/** C0 controls but tab, line feed and carriage return; delete; C1 controls but NEL, which becomes a line feed below. */
const CONTROLS = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u0084\u0086-\u009F]/g;

/** U+FDD0–U+FDEF and the last two code points of every plane. */
const NON_CHARACTERS =
  /[\uFDD0-\uFDEF\uFFFE\uFFFF\u{1FFFE}\u{1FFFF}\u{2FFFE}\u{2FFFF}\u{3FFFE}\u{3FFFF}\u{4FFFE}\u{4FFFF}\u{5FFFE}\u{5FFFF}\u{6FFFE}\u{6FFFF}\u{7FFFE}\u{7FFFF}\u{8FFFE}\u{8FFFF}\u{9FFFE}\u{9FFFF}\u{AFFFE}\u{AFFFF}\u{BFFFE}\u{BFFFF}\u{CFFFE}\u{CFFFF}\u{DFFFE}\u{DFFFF}\u{EFFFE}\u{EFFFF}\u{FFFFE}\u{FFFFF}\u{10FFFE}\u{10FFFF}]/gu;

/** Drops what XML 1.0 and HTML forbid, turns half a surrogate pair into U+FFFD, and ends every line with a line feed. */
export function cleanText(text: string): string {
  return text
    .toWellFormed()
    .replace(CONTROLS, "")
    .replace(NON_CHARACTERS, "")
    .replace(/\r\n?|\u0085/g, "\n");
}

/** The one spelling of all that people take for the same: compatibility forms (full-width letters, ligatures) and capitals are folded away. */
export function foldText(text: string): string {
  return text.normalize("NFKC").toLowerCase().normalize("NFC");
}

/** Clean text on one line: runs of white space become one space, the ends are trimmed. For titles, names, labels. */
export function cleanLine(text: string): string {
  return cleanText(text).replace(/\s+/g, " ").trim();
}
