import type { Element, Root, RootContent } from "hast";
import type { MediaFacts } from "../../media/media-facts.ts";
import type { BodyReport } from "../body-report.ts";
import { elementsIn } from "../elements.ts";
import type { ParsedBody } from "../parse/parse-body.ts";
import { placeAddresses } from "./place-addresses.ts";
import { placeFragments } from "./place-fragments.ts";
import type { Destinations } from "./resolve-address.ts";

/** Where a body belongs. `page` is the absolute address of the article's page. */
export type BodyPlace = { readonly slug: string; readonly page: string; readonly destinations: Destinations };

/** A body with absolute addresses. `media` are the files of ours that it uses. */
export type ResolvedBody = { readonly tree: Root; readonly media: readonly MediaFacts[] };

/**
 * The third stage of a body: resolves its ids and addresses in a copy of the tree, so that a parsed body can be
 * resolved again.
 */
export function resolveBody({ tree: parsed }: ParsedBody, place: BodyPlace, report: BodyReport): ResolvedBody {
  const tree: Root = { ...parsed, children: parsed.children.map(copyOf) };
  const elements = elementsIn(tree);
  placeFragments(elements, place, report);
  return { tree, media: placeAddresses(elements, place.destinations, report) };
}

/** A text may be changed by the stages that follow, an attribute's list may not. */
function copyOf<Node extends RootContent>(node: Node): Node {
  if (node.type !== "element") return { ...node };
  const element: Element = node;
  return { ...node, properties: { ...element.properties }, children: element.children.map(copyOf) };
}
