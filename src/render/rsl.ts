import type { Publication } from "../model/publication.ts";
import { RSL_USAGES, RSL_USERS, type RslTerms } from "../model/rsl-terms.ts";
import { LICENCE_PATH } from "../site/addresses.ts";
import { serialize } from "./feed-library.ts";
import { type AttributeValues, children, empty, text, type XmlElement } from "./xml-element.ts";

/** Really Simple Licensing 1.0 (https://rslstandard.org/rsl): terms that programs can read. */
const RSL_NAMESPACE = "https://rslstandard.org/rsl";

/** The licence document, for everything at its host: a path is matched as in robots.txt (section 3.3), so `/` is all. */
export function renderRsl(terms: RslTerms): string {
  return serialize({ rsl: { ...empty({ xmlns: RSL_NAMESPACE }), ...children({ content: content("/", terms, "") }) } });
}

/** A link to it, for a page's head, the `Link` header (sections 4.5 and 4.6) and robots.txt; nothing where the publication says nothing. */
export function rslLink({ address, rsl }: Publication): { href: string; type: string } | undefined {
  return rsl && { href: address + LICENCE_PATH, type: RSL_MEDIA_TYPE };
}

export const RSL_MEDIA_TYPE = "application/rsl+xml";

/** In RSS the namespace stands on the root and each item carries the terms for its own article (section 4.7). */
export function rslNamespace({ rsl }: Publication): AttributeValues {
  return rsl ? { "xmlns:rsl": RSL_NAMESPACE } : {};
}

export function rslItem(url: string, { rsl }: Publication): XmlElement | undefined {
  return rsl && content(url, rsl, "rsl:");
}

function content(
  url: string,
  { permits, prohibits, payment, server, terms }: RslTerms,
  prefix: "" | "rsl:",
): XmlElement {
  const named = (elements: Readonly<Record<string, XmlElement | readonly XmlElement[] | undefined>>) =>
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

/** One element a kind at most (section 3.5), its words parted by spaces. */
function byKind(words: readonly string[] = []): XmlElement[] {
  return KINDS.flatMap(([type, isOfKind]) => {
    const ofKind = [...new Set(words.filter(isOfKind))];
    return ofKind.length > 0 ? [text(ofKind.join(" "), { type })] : [];
  });
}
