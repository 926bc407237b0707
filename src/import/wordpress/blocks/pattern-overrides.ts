import * as z from "zod";
import { escapeHtml } from "../../../syntax/html.ts";
import { type Block, textAttribute } from "./block-tree.ts";

/** The values with which a post fills in the named blocks of a synced pattern, by the name of the block. */
export type Overrides = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

const overridesSchema = z.record(z.string(), z.record(z.string(), z.unknown()));
const nameSchema = z.object({ name: z.string(), bindings: z.unknown() });

/** The overrides of a reusable block. Returns undefined if there are none or if they have another form. */
export function overridesIn({ attributes }: Block): Overrides | undefined {
  return overridesSchema.safeParse(attributes.content).data;
}

/** What the post says in place of a named block, or undefined if the block shows its own words. */
export function overrideOf(
  { attributes }: Block,
  overrides: Overrides | undefined,
): Readonly<Record<string, unknown>> | undefined {
  const named = overrides && nameSchema.safeParse(attributes.metadata).data;
  return named?.bindings !== undefined && Object.hasOwn(overrides ?? {}, named.name)
    ? overrides?.[named.name]
    : undefined;
}

/** The HTML of a paragraph, a heading, a button or a picture with the values of the post. */
export function withOverride(html: string, block: Block, values: Readonly<Record<string, unknown>>): string {
  const text = (name: string) => textAttribute({ ...block, attributes: values }, name);
  if (block.name === "core/image") {
    return html.replace(/<img\b[^<>]*>/, (tag) =>
      withAttribute(withAttribute(tag, "src", text("url")), "alt", text("alt")),
    );
  }
  const words = block.name === "core/button" ? text("text") : text("content");
  const element = block.name === "core/button" ? /<(a|button)\b[^<>]*>/ : /<(p|h[1-6])\b[^<>]*>/;
  const inner = words === undefined ? html : withInner(html, element, words);
  return block.name === "core/button"
    ? inner.replace(/<a\b[^<>]*>/, (tag) => withAttribute(tag, "href", text("url")))
    : inner;
}

/** Replaces what is between the first tag of this kind and the last tag that closes it. */
function withInner(html: string, opening: RegExp, inner: string): string {
  const found = opening.exec(html);
  if (!found) return html;
  const start = found.index + found[0].length;
  const end = html.lastIndexOf(`</${found[1]}>`);
  return end < start ? html : html.slice(0, start) + inner + html.slice(end);
}

function withAttribute(tag: string, name: string, value: string | undefined): string {
  if (value === undefined) return tag;
  const rest = tag.split(new RegExp(`\\s${name}="[^"]*"`)).join("");
  const start = rest.slice(0, rest.endsWith("/>") ? -2 : -1).trimEnd();
  return `${start} ${name}="${escapeHtml(value)}">`;
}
