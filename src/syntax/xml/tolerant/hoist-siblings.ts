import { isVoid } from "./open-elements.ts";

/** An element that is being read. */
export type Draft<D> = { readonly name: string; readonly children: (D | string)[] };

/** Names of elements that stand directly in a feed or in an entry, without their prefix. */
const OF_ENTRIES: ReadonlySet<string> = new Set([
  ...["title", "link", "description", "guid", "pubDate", "category", "author", "comments", "enclosure", "source"],
  ...["encoded", "creator", "date", "subject", "id", "updated", "published", "summary", "content", "rights", "issued"],
  ...["modified", "created", "contributor", "thumbnail", "group", "language", "lastBuildDate", "generator", "image"],
  ...["post_id", "post_date", "post_date_gmt", "post_name", "post_type", "status", "postmeta", "comment", "duration"],
]);

/**
 * Moves what an element without an end tag swallowed back to the place behind it. An unclosed `<title>` has the link,
 * the date and the text of its entry as children, if the end of the entry closes it; a `<br>` has everything.
 *
 * @param isByPart whether the element was closed by the end of its part
 */
export function hoistSiblings<D extends Draft<D>>(element: D, parent: Pick<D, "children">, isByPart: boolean): void {
  const { children, name } = element;
  const isSibling = (child: D | string) =>
    typeof child !== "string" && (child.name === name || OF_ENTRIES.has(localName(child.name)));
  const first = isVoid(localName(name)) ? 0 : isByPart ? children.findIndex(isSibling) : -1;
  if (first === -1) return;
  const moved = children.splice(first);
  // No spread: an element may have more children than a call may have arguments.
  for (const child of moved) parent.children.push(child);
}

function localName(name: string): string {
  return name.slice(name.lastIndexOf(":") + 1);
}
