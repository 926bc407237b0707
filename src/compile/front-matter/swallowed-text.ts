import { isCollection, isScalar, type Pair } from "yaml";
import { quoted } from "../content-fault.ts";

/** A place in the YAML, and the words of a fault. */
type Swallowed = { readonly offset: number; readonly words: { readonly found: string; readonly expected: string } };

/**
 * Finds text that YAML takes for something else than the value, without a fault: an anchor (`&amp`), a tag (`!new`), a
 * comment that begins in the middle of the text (`Route #9`), a list item with other spaces before it than the one
 * above. The author means the characters. No field of ours needs an anchor or a tag.
 *
 * @param key the name that the value belongs to, if it is that of a field
 */
export function swallowedText(yaml: string, node: unknown, key?: unknown): Swallowed | undefined {
  if (!isScalar(node) && !isCollection(node)) return undefined;
  const begin = isScalar(key) ? (key.range?.[1] ?? 0) : lineStart(yaml, node.range?.[0] ?? 0);
  const [start = 0, end = start] = node.range ?? [];
  const property = /^[\s:-]*([&!]\S+)/.exec(yaml.slice(begin, start))?.[1];
  if (property !== undefined || node.anchor !== undefined) {
    const found = property ?? `&${node.anchor}`;
    const expected = `the value in quotation marks, because of the ${found[0]} at its beginning`;
    return { offset: Math.min(begin, start), words: { found: quoted(found), expected } };
  }
  if (!isScalar(node) || node.type !== "PLAIN") return undefined;
  const after = yaml.slice(node.value === "" ? begin : end, lineEnd(yaml, node.value === "" ? begin : end));
  const comment = /^:?[ \t]+(#[^\s#!].*)$/.exec(after)?.[1];
  if (comment !== undefined) {
    const expected = "the value in quotation marks if this is a part of it, or a space behind # if it is a comment";
    return { offset: node.value === "" ? begin : start, words: { found: quoted(comment.trim()), expected } };
  }
  const item = yaml.slice(start, end).search(/\n[ \t]*- /);
  if (item === -1) return undefined;
  const at = start + item + 1;
  const found = quoted(yaml.slice(at, lineEnd(yaml, at)).trim());
  return { offset: at, words: { found, expected: "as many spaces before it as before the item above" } };
}

/** Finds a name that is none: brackets, nothing, or one with a space before it that YAML takes for a letter. */
export function nameFault({ key }: Pair, yaml: string): Swallowed | undefined {
  const offset = (isCollection(key) || isScalar(key) ? key.range?.[0] : undefined) ?? 0;
  const written = () => quoted(yaml.slice(lineStart(yaml, offset), lineEnd(yaml, offset)).trim());
  if (isCollection(key)) {
    const expected = "a name before the colon, or quotation marks around a value that begins with a bracket";
    return { offset, words: { found: written(), expected } };
  }
  const name = isScalar(key) && typeof key.value === "string" ? key.value : "";
  if (name.trim() === "") return { offset, words: { found: written(), expected: "a name before the colon" } };
  if (name.trim() === name) return undefined;
  return { offset, words: { found: written(), expected: "ordinary spaces before the name, or none" } };
}

/** How far from a node its line is looked at. A list of thousands of items may be one line. */
const MAX_NEAR = 300;

function lineStart(text: string, offset: number): number {
  const from = Math.max(0, offset - MAX_NEAR);
  const start = text.slice(from, offset).lastIndexOf("\n");
  return start === -1 ? from : from + start + 1;
}

function lineEnd(text: string, offset: number): number {
  const end = text.slice(offset, offset + MAX_NEAR).indexOf("\n");
  return end === -1 ? Math.min(text.length, offset + MAX_NEAR) : offset + end;
}
