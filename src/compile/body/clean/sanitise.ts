import type { Element, Root } from "hast";
import rehypeSanitize, { type Options } from "rehype-sanitize";
import { quoted } from "../../content-fault.ts";
import type { BodyReport } from "../body-report.ts";
import { elementsIn } from "../elements.ts";
import { ALLOWED_HTML } from "./allowed-html.ts";

const schema: Options = ALLOWED_HTML;
const sanitiseAll = rehypeSanitize(schema);
/** For one element by itself: without rules about its ancestors, and without attributes to add. */
const sanitiseOne = rehypeSanitize({ ...schema, ancestors: {}, required: {} });

/** Returns a new tree that holds only what is allowed. Each element and attribute that is removed is a warning. */
export function sanitise(tree: Root, report: BodyReport): Root {
  reportRemovals(tree, report);
  const safe = sanitiseAll(tree);
  for (const { properties } of elementsIn(safe))
    for (const [name, value] of Object.entries(properties))
      if (Array.isArray(value) && value.length === 0) delete properties[name];
  return safe;
}

function reportRemovals(parent: Root | Element, report: BodyReport): void {
  for (const node of parent.children) {
    if (node.type !== "element") continue;
    const isKept = isPlain(node) || reportElement(node, report);
    if (isKept) reportRemovals(node, report);
  }
}

/** Returns whether the children of the element stay. */
function reportElement(node: Element, report: BodyReport): boolean {
  const [left] = sanitiseOne({ type: "root", children: [{ ...node, children: [] }] }).children;
  if (left?.type === "element") {
    for (const name of removedFrom(node, left)) reportAttribute(node, name, report);
    return true;
  }
  const isKept = !ALLOWED_HTML.strip.includes(node.tagName);
  const outcome = isKept ? "only its text was kept" : "it was left out";
  report.warning(node, `<${node.tagName}>`, `elements that articles may have; ${outcome}`);
  return isKept;
}

/** Most elements are allowed and have no attributes, so there is nothing to report. */
function isPlain({ tagName, properties }: Element): boolean {
  for (const _ in properties) return false;
  return ALLOWED_HTML.tagNames.includes(tagName);
}

function reportAttribute(node: Element, name: string, report: BodyReport): void {
  const value = node.properties[name];
  const attribute = `${attributeName(name)}${typeof value === "string" && value !== "" ? `=${quoted(value)}` : ""} on <${node.tagName}>`;
  const expected =
    name in ALLOWED_HTML.protocols ? "an address that begins with https://" : "attributes that articles may have";
  report.warning(node, attribute, `${expected}; it was left out`);
}

function removedFrom(before: Element, after: Element): string[] {
  return Object.keys(before.properties).filter((name) => {
    const [was, is] = [before.properties[name], after.properties[name]];
    return Array.isArray(was) ? was.length !== (Array.isArray(is) ? is.length : 0) : is === undefined && was !== false;
  });
}

/** `onClick` was written `onclick`; `dataX` `data-x`; `className` `class`. */
function attributeName(property: string): string {
  if (property === "className") return "class";
  return /^(?:data|aria)[A-Z]/.test(property)
    ? property.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
    : property.toLowerCase();
}
