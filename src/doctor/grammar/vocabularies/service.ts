/** Service and category documents of the Atom Publishing Protocol (RFC 5023). */
import { childrenNamed } from "../../../syntax/xml/xml-element.ts";
import { ATOM } from "../../facts/xml-names.ts";
import { type Children, type ElementRule, many, needed, some, textOnly } from "../element-rule.ts";
import { fault, type Place } from "../grammar-fault.ts";
import { iriReference } from "../values/addresses.ts";
import { mediaRanges, yesNo } from "../values/words.ts";
import { CATEGORY, METADATA } from "./atom.ts";
import { textConstruct } from "./atom-text.ts";
import { ANYWHERE } from "./modules.ts";

/** What W3C's validator and servers accept beside the elements of the protocol. */
const COMMON: Children = { ...ANYWHERE, ...METADATA };

export const CATEGORIES: ElementRule = {
  attributes: { href: iriReference, fixed: yesNo, scheme: iriReference },
  children: { "atom:category": many(CATEGORY) },
  check: ({ element }: Place) => {
    const { href, fixed, scheme } = element.attributes;
    if (href === undefined) return [];
    const others = [
      ...(fixed === undefined ? [] : ["fixed"]),
      ...(scheme === undefined ? [] : ["scheme"]),
      ...(childrenNamed(element, "category", ATOM).length === 0 ? [] : ["categories of its own"]),
    ];
    return others.map((other) => fault("grammar.conflict", `has both href and ${other}`));
  },
};

export const COLLECTION: ElementRule = {
  required: { href: iriReference },
  children: {
    ...COMMON,
    "atom:title": needed(textConstruct),
    "app:accept": many(textOnly(mediaRanges)),
    "app:categories": many(CATEGORIES),
  },
};

export const SERVICE: ElementRule = {
  children: {
    ...COMMON,
    "app:workspace": some({
      children: { ...COMMON, "atom:title": needed(textConstruct), "app:collection": many(COLLECTION) },
    }),
  },
};
