import type { Root } from "hast";
import { visit } from "unist-util-visit";
import { quoted } from "../content-fault.ts";
import type { BodyReport } from "./body-report.ts";

/**
 * Makes links within the body work wherever it is shown. Ids get the slug before them, so that articles shown together do not share one (an underscore
 * is in no slug); a link to one becomes an absolute link to the article's page, since a reader's own address is not ours.
 */
export function placeFragments(tree: Root, { slug, page }: { slug: string; page: string }, report: BodyReport): void {
  const ids = new Set<string>();
  const prefix = `${slug}_`;
  visit(tree, "element", (node) => {
    const { id } = node.properties;
    if (id === undefined) return;
    const own = ownId(String(id), prefix).replace(/\s+/g, "-");
    delete node.properties.id;
    if (ids.has(own)) return report.warning(node, `the id ${quoted(own)} again`, "each id once; this one was left out");
    if (own === "") return;
    ids.add(own);
    node.properties.id = prefix + own;
  });
  visit(tree, "element", (node) => {
    const { href } = node.properties;
    if (typeof href !== "string" || !href.startsWith("#")) return;
    const name = fragmentName(href.slice(1));
    const own = name.startsWith(prefix) ? name.slice(prefix.length) : name;
    if (href === "#") node.properties.href = page;
    else if (ids.has(own)) node.properties.href = `${page}#${encodeURIComponent(prefix + own)}`;
    else {
      report.fault(node, quoted(href), `an id of this article, such as <a id=${quoted(own)}>`);
      delete node.properties.href;
    }
  });
}

/** An id as its author wrote it. One that has the slug before it already was placed before, and is taken as it stands. */
function ownId(written: string, prefix: string): string {
  return written.startsWith(prefix) ? written.slice(prefix.length) : fragmentName(written);
}

/** What an id or a fragment says, without the escapes of an address. */
export function fragmentName(text: string): string {
  try {
    return decodeURIComponent(text).toWellFormed();
  } catch {
    return text;
  }
}
