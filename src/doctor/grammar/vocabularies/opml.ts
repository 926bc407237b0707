/** OPML 1.0, 1.1 and 2.0. */
import { type ElementRule, many, needed, once, some, textOnly } from "../element-rule.ts";
import { absoluteUri, httpUrl, namedMailAddress } from "../values/addresses.ts";
import { language } from "../values/codes.ts";
import { rfc822 } from "../values/dates.ts";
import { integer, integers, orNothing } from "../values/numbers.ts";
import { anyText, oneOf, trueFalseAnyCase } from "../values/words.ts";
import { DUBLIN_CORE_ANYWHERE } from "./dublin-core.ts";
import { PLACES } from "./geography.ts";

const date = once(textOnly(rfc822));
const number = once(textOnly(integer));
const anywhere = { ...DUBLIN_CORE_ANYWHERE, ...PLACES };

const OUTLINE: ElementRule = {
  required: { text: anyText },
  attributes: {
    category: anyText,
    created: rfc822,
    description: anyText,
    htmlUrl: orNothing(absoluteUri),
    isBreakpoint: trueFalseAnyCase,
    isComment: trueFalseAnyCase,
    // OPML's own examples say "unknown".
    language: (value, place) => (value === "unknown" ? undefined : orNothing(language)(value, place)),
    title: anyText,
    type: anyText,
    url: orNothing(absoluteUri),
    version: anyText,
    xmlUrl: anyText,
  },
  children: { ...anywhere, outline: many(() => OUTLINE) },
};

export const OPML: ElementRule = {
  required: { version: oneOf(["1.0", "1.1", "2.0"]) },
  children: {
    ...anywhere,
    head: needed({
      children: {
        ...anywhere,
        title: once(textOnly(anyText)),
        dateCreated: date,
        dateModified: date,
        ownerName: once(textOnly(anyText)),
        ownerEmail: once(textOnly(orNothing(namedMailAddress))),
        ownerId: once(textOnly(orNothing(httpUrl))),
        docs: once(textOnly(orNothing(absoluteUri))),
        expansionState: once(textOnly(orNothing(integers))),
        vertScrollState: number,
        windowTop: number,
        windowLeft: number,
        windowBottom: number,
        windowRight: number,
      },
    }),
    body: needed({ children: { ...anywhere, outline: some(() => OUTLINE) } }),
  },
};
