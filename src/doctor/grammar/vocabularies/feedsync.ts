/** FeedSync 1.0 (`sx:`), which keeps copies of a feed in step. */
import { childrenNamed, elementsOf, type XmlElement } from "../../../syntax/xml/xml-element.ts";
import { type Children, type ElementRule, many, once, some } from "../element-rule.ts";
import { type Fault, fault, type Place, quote, type ValueType } from "../grammar-fault.ts";
import { absoluteUri } from "../values/addresses.ts";
import { instantOfDate, rfc3339 } from "../values/dates.ts";
import { uint31 } from "../values/numbers.ts";
import { anyText, oneOf, trueFalse } from "../values/words.ts";

/** The characters that may follow `urn:name:` (RFC 2141 section 2.2). */
const specificString: ValueType = (value) =>
  /^(?:[a-z0-9()+,.:=@;$_!*'-]|%[0-9a-f]{2})+$/i.test(value)
    ? undefined
    : fault("value.id-urn", `${quote(value)} is not the specific part of a URN`);

const HISTORY: ElementRule = {
  required: { sequence: uint31 },
  attributes: { when: rfc3339, by: specificString },
  check: ({ element: { attributes } }) =>
    attributes.when === undefined && attributes.by === undefined
      ? [fault("grammar.missing-attribute", "has neither by nor when")]
      : [],
};

const SYNC: ElementRule = {
  required: { id: specificString, updates: uint31 },
  attributes: { deleted: trueFalse, noconflicts: trueFalse },
  children: {
    "sx:history": some(HISTORY),
    "sx:conflicts": once({ isOpen: true, stranger: () => undefined, isInherited: true }),
  },
};

function sharingFaults({ element }: Place): readonly Fault[] {
  const { since, until } = element.attributes;
  if ((since === undefined) !== (until === undefined)) {
    const says = since === undefined ? "has until without since" : "has since without until";
    return [fault("grammar.missing-attribute", says)];
  }
  const [start, end] = [instantOfDate(since), instantOfDate(until)];
  return start !== undefined && end !== undefined && start > end
    ? [fault("grammar.conflict", "has since after until")]
    : [];
}

const FEEDSYNC = "http://feedsync.org/2007/feedsync";

/** The ids of all `sx:sync` in a feed are different. */
export function repeatedSyncIds(feed: XmlElement): readonly Fault[] {
  const seen = new Set<string>();
  return elementsOf(feed).flatMap((entry) =>
    childrenNamed(entry, "sync", FEEDSYNC).flatMap(({ attributes: { id } }) => {
      if (id !== undefined && seen.has(id))
        return [fault("value.repeated", `has two <sx:sync> with the id ${quote(id)}`)];
      seen.add(id ?? "");
      return [];
    }),
  );
}

export const SYNC_IN_CHANNEL: Children = {
  "sx:sharing": once({
    attributes: { since: rfc3339, until: rfc3339, expires: rfc3339 },
    children: {
      "sx:related": many({
        required: { link: absoluteUri, type: oneOf(["complete", "aggregated"]) },
        attributes: { title: anyText },
      }),
    },
    check: sharingFaults,
  }),
};

export const SYNC_IN_ITEM: Children = { "sx:sync": once(SYNC) };
