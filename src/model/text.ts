/**
 * Text that every form can represent.
 *
 * XML 1.0 (section 2.2) cannot represent most C0 controls, U+FFFE, U+FFFF and lone surrogates. In HTML, C1 controls and
 * non-characters are parse errors. All of them are removed from input, so that no renderer has to handle them.
 */

/** C0 controls except tab, line feed and carriage return; delete; C1 controls except NEL, which becomes a line feed. */
const CONTROLS = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u0084\u0086-\u009F]/g;

/** U+FDD0–U+FDEF and the last two code points of every plane. */
const NON_CHARACTERS =
  /[\uFDD0-\uFDEF\uFFFE\uFFFF\u{1FFFE}\u{1FFFF}\u{2FFFE}\u{2FFFF}\u{3FFFE}\u{3FFFF}\u{4FFFE}\u{4FFFF}\u{5FFFE}\u{5FFFF}\u{6FFFE}\u{6FFFF}\u{7FFFE}\u{7FFFF}\u{8FFFE}\u{8FFFF}\u{9FFFE}\u{9FFFF}\u{AFFFE}\u{AFFFF}\u{BFFFE}\u{BFFFF}\u{CFFFE}\u{CFFFF}\u{DFFFE}\u{DFFFF}\u{EFFFE}\u{EFFFF}\u{FFFFE}\u{FFFFF}\u{10FFFE}\u{10FFFF}]/gu;

/**
 * Every character that `cleanText` may change: all those above, carriage returns, and surrogates, of which it keeps the
 * pairs.
 */
const UNCLEAN = /[^\t\n\u0020-\u007E\u00A0-\uD7FF\uE000-\uFDCF\uFDF0-\uFFFD]/;

/** Removes what XML 1.0 and HTML forbid, replaces lone surrogates with U+FFFD, and ends every line with a line feed. */
export function cleanText(text: string): string {
  // Nearly every text is clean. One search for that is faster than four replacements.
  if (!UNCLEAN.test(text)) return text;
  return text
    .toWellFormed()
    .replace(CONTROLS, "")
    .replace(NON_CHARACTERS, "")
    .replace(/\r\n?|\u0085/g, "\n");
}

/** All forms of these characters are compatible with themselves only. */
const ASCII = /^[\u0000-\u007F]*$/;

/** Text for comparisons: compatibility forms (full-width letters, ligatures) and capitals are replaced. */
export function foldText(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase();
  return text.normalize("NFKC").toLowerCase().normalize("NFC");
}

/**
 * Clean text on one line, for titles, names and labels. Runs of white space become one space, and the ends are trimmed.
 */
export function cleanLine(text: string): string {
  return cleanText(text).replace(/\s+/g, " ").trim();
}
