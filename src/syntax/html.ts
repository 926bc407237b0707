/** Text in HTML and XML. */

/**
 * Escapes text for use between tags or inside a double-quoted attribute (HTML section 13.3). The result is right in XML
 * too, where `]]>` in text needs the `>` escaped (XML 1.0 section 2.4).
 */
export function escapeHtml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}
