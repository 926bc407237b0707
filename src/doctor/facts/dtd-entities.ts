import { decodeHTMLStrict } from "entities";

const RSS_091 = /<!DOCTYPE\s+rss\s+PUBLIC\s+["']-\/\/Netscape Communications\/\/DTD RSS 0\.91\/\/EN["']/;
const IN_XML: readonly string[] = ["&amp;", "&lt;", "&gt;", "&quot;", "&apos;"];

/**
 * Expands the named characters of HTML that the DTD of RSS 0.91 declares, since parsers here load no DTD. Any other
 * document is returned as it is.
 */
export function withDtdEntities(text: string): string {
  if (!RSS_091.test(text.slice(0, 2_000))) return text;
  return text.replace(/&[A-Za-z]{2,8}\d{0,2};/g, (reference) => {
    const character = IN_XML.includes(reference) ? reference : decodeHTMLStrict(reference);
    return character === reference ? reference : `&#${character.codePointAt(0)};`;
  });
}
