/** Text in HTML and XML. */

/**
 * Escapes text for use between tags or inside a double-quoted attribute (HTML section 13.3). The result is right in XML
 * too, where `]]>` in text needs the `>` escaped (XML 1.0 section 2.4).
 */
export function escapeHtml(text: string): string {
  // Nearly every text has nothing to escape. One search for that is faster than four replacements.
  if (!SPECIAL.test(text)) return text;
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}

const SPECIAL = /[&<>"]/;
