import type { Root } from "hast";
import { elementsIn } from "../../../compile/body/elements.ts";

/** Obsolete elements and those that mean the same (HTML Standard, "Non-conforming features"). */
const SUCCESSORS: Readonly<Record<string, string>> = {
  acronym: "abbr",
  center: "div",
  dir: "ul",
  strike: "s",
  tt: "code",
};

/** Replaces what was removed from HTML with what takes its place, such as `<a name>` with an id. */
export function renewElements(tree: Root): void {
  for (const element of elementsIn(tree)) {
    element.tagName = SUCCESSORS[element.tagName] ?? element.tagName;
    const { id, name } = element.properties;
    if (element.tagName !== "a" || name === undefined) continue;
    if (id === undefined) element.properties.id = String(name);
    delete element.properties.name;
  }
}
