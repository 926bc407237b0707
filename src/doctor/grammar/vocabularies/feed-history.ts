/** Feed paging and archiving (RFC 5005). */
import { childNamed, childrenNamed } from "../../../syntax/xml/xml-element.ts";
import { ATOM } from "../../facts/xml-names.ts";
import { type Fault, fault, type Place } from "../grammar-fault.ts";

const HISTORY = "http://purl.org/syndication/history/1.0";
const PAGING: readonly string[] = ["first", "last", "next", "next-archive", "prev-archive", "previous"];

/** For a feed, a channel and an entry. */
export function historyFaults({ element, name }: Place): readonly Fault[] {
  const links = childrenNamed(element, "link", ATOM).map(({ attributes: { rel = "alternate", href } }) => ({
    rel,
    href,
  }));
  if (name === "atom:entry")
    return links.flatMap(({ rel }) =>
      PAGING.includes(rel) || rel === "current"
        ? [fault("history.entry", `has rel="${rel}", which belongs to the feed`)]
        : [],
    );
  const hrefOf = (wanted: string) => links.find(({ rel }) => rel === wanted)?.href;
  const [current, self, first, last] = [hrefOf("current"), hrefOf("self"), hrefOf("first"), hrefOf("last")];
  const isFirst = self !== undefined && self === first;
  const isLast = self !== undefined && self === last;
  if (isFirst && hrefOf("previous") !== undefined)
    return [fault("history.complete", "is the first page, and has rel=previous")];
  if (isLast && hrefOf("next") !== undefined) return [fault("history.complete", "is the last page, and has rel=next")];
  if (childNamed(element, "complete", HISTORY)) {
    const paging = links.flatMap(({ rel }) =>
      PAGING.includes(rel) ? [fault("history.complete", `is complete, and has rel="${rel}"`)] : [],
    );
    return current !== undefined && current !== self
      ? [...paging, fault("history.complete", "is complete, and its rel=current is not its rel=self")]
      : paging;
  }
  return childNamed(element, "archive", HISTORY) && current === undefined
    ? [fault("history.archive", "is an archive, and has no rel=current")]
    : [];
}
