/** Really Simple Licensing 1.0 (https://rslstandard.org/rsl): licence terms that programs can read. */
import type { Publication } from "../model/publication.ts";
import { RSL_USAGES, RSL_USERS, type RslTerms } from "../model/rsl-terms.ts";
import { LICENCE_PATH } from "../site/addresses.ts";
import { children, empty, serialize, text, type XmlNode } from "../syntax/xml/write-xml.ts";
import { NAMESPACES } from "./namespaces.ts";

export const RSL_MEDIA_TYPE = "application/rsl+xml";

/** The licence document for everything on its host: paths match as in robots.txt (section 3.3), so `/` matches all. */
export function renderRsl(terms: RslTerms): string {
  return serialize({ rsl: { ...empty({ xmlns: NAMESPACES.rsl }), ...children({ content: content("/", terms, "") }) } });
}

/**
 * The link to the licence document, for a page's head, the `Link` header (sections 4.5 and 4.6) and robots.txt. Returns
 * undefined if the publication has no terms.
 */
export function rslLink({ address, rsl }: Publication): { href: string; type: string } | undefined {
  return rsl && { href: address + LICENCE_PATH, type: RSL_MEDIA_TYPE };
}

/** The terms for one article, for its RSS item (section 4.7). Returns undefined if the publication has none. */
export function rslItem(url: string, { rsl }: Publication): XmlNode | undefined {
  return rsl && content(url, rsl, "rsl:");
}

function content(url: string, { permits, prohibits, payment, server, terms }: RslTerms, prefix: "" | "rsl:"): XmlNode {
  const named = (elements: Readonly<Record<string, XmlNode | readonly XmlNode[] | undefined>>) =>
    children(Object.fromEntries(Object.entries(elements).map(([name, element]) => [prefix + name, element])));
  const price = payment?.amount;
  return {
    ...empty({ url, server }),
    ...named({
      license: named({
        permits: byKind(permits),
        prohibits: byKind(prohibits),
        payment: payment && {
          ...empty({ type: payment.type }),
          ...named({
            standard: payment.standard === undefined ? undefined : text(payment.standard),
            custom: payment.custom === undefined ? undefined : text(payment.custom),
            amount: price && text(price.value, { currency: price.currency }),
          }),
        },
      }),
      terms: terms === undefined ? undefined : text(terms),
    }),
  };
}

const KINDS: readonly (readonly [type: string, isOfKind: (word: string) => boolean])[] = [
  ["usage", (word) => RSL_USAGES.some((usage) => usage === word)],
  ["user", (word) => RSL_USERS.some((user) => user === word)],
  ["geo", (word) => /^[A-Z]{2}$/.test(word)],
];

/** At most one element of each kind, its words separated by spaces (section 3.5). */
function byKind(words: readonly string[] = []): XmlNode[] {
  return KINDS.flatMap(([type, isOfKind]) => {
    const ofKind = [...new Set(words.filter(isOfKind))];
    return ofKind.length > 0 ? [text(ofKind.join(" "), { type })] : [];
  });
}
