import type { Element } from "hast";
import { percentDecode } from "../../../syntax/percent.ts";
import { quoted } from "../../content-fault.ts";
import type { BodyReport } from "../body-report.ts";

/**
 * Makes links within the body work wherever it is shown. Ids get the slug as a prefix, so that articles on one page do
 * not share an id (no slug has an underscore). A link to an id becomes an absolute link to the article's page, since
 * the address of a reader's page is not ours.
 */
export function placeFragments(
  elements: readonly Element[],
  { slug, page }: { readonly slug: string; readonly page: string },
  report: BodyReport,
): void {
  const ids = new Set<string>();
  const prefix = `${slug}_`;
  for (const node of elements) {
    const { id } = node.properties;
    if (id === undefined) continue;
    const own = ownId(String(id), prefix).replace(/\s+/g, "-");
    delete node.properties.id;
    if (ids.has(own)) report.warning(node, `the id ${quoted(own)} again`, "each id once; this one was left out");
    else if (own !== "") {
      ids.add(own);
      node.properties.id = prefix + own;
    }
  }
  for (const node of elements) {
    const { href } = node.properties;
    if (typeof href !== "string" || !href.startsWith("#")) continue;
    const name = fragmentName(href.slice(1));
    const own = name.startsWith(prefix) ? name.slice(prefix.length) : name;
    if (href === "#") node.properties.href = page;
    else if (ids.has(own)) node.properties.href = `${page}#${encodeURIComponent(prefix + own)}`;
    else {
      report.fault(node, quoted(href), `an id of this article, such as <a id=${quoted(own)}>`);
      delete node.properties.href;
    }
  }
}

/**
 * An id as its author wrote it. An id that begins with the prefix was placed by an earlier compilation, and is taken as
 * it is.
 */
function ownId(written: string, prefix: string): string {
  return written.startsWith(prefix) ? written.slice(prefix.length) : fragmentName(written);
}

/** Returns an id or a fragment without the escapes of an address. */
export function fragmentName(text: string): string {
  return percentDecode(text)?.toWellFormed() ?? text;
}
