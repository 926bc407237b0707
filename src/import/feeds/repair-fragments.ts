import type { Root } from "hast";
import { elementsIn } from "../../compile/body/elements.ts";
import { fragmentName } from "../../compile/body/resolve/place-fragments.ts";
import type { ImportNote } from "./import-note.ts";

/**
 * Repairs links within the body, including those that the other site wrote as links to the page itself. A link to an id
 * that does not exist loses its address and keeps its text.
 */
export function repairFragments(tree: Root, page: string | undefined, note: (each: ImportNote) => void): void {
  const ids = new Set<string>();
  const elements = elementsIn(tree);
  for (const { properties } of elements) {
    if (properties.id === undefined) continue;
    const id = nameOf(String(properties.id));
    if (id === "" || ids.has(id)) delete properties.id;
    else properties.id = id;
    ids.add(id);
  }
  for (const { properties } of elements) {
    const { href } = properties;
    const fragment = typeof href === "string" && href !== "#" ? ownFragment(href, page) : undefined;
    if (fragment === undefined) continue;
    const name = nameOf(fragment);
    if (name !== "" && ids.has(name)) properties.href = `#${encodeURIComponent(name)}`;
    else if (String(href).startsWith("#")) {
      const message = "a link to an id that is not in the text: its text was kept";
      note({ kind: "lost", message, found: String(href) });
      delete properties.href;
    }
  }
}

/** Normalizes a fragment so that encoding it again does not change it. */
function nameOf(fragment: string): string {
  return fragmentName(fragment).replace(/[\s%]+/g, "-");
}

function ownFragment(href: string, page: string | undefined): string | undefined {
  if (href.startsWith("#")) return href.slice(1);
  const [address = "", fragment] = href.split("#");
  if (fragment === undefined) return undefined;
  const same = page !== undefined && URL.parse(address, page)?.href === page.replace(/#.*$/s, "");
  return same ? fragment : undefined;
}
