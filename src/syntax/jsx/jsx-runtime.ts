/**
 * What the compiler makes of JSX: text at once. An element is written when its expression is evaluated, its children
 * first. No tree is built, nothing waits for a promise, and a component is a function that is called with its props.
 *
 * The compiler calls these functions by their names in the module `#jsx/jsx-runtime` of `package.json`.
 */
import { escapeHtml } from "../html.ts";

/** HTML that needs no escaping any more. The name of its mark is hono's, so `html` and `raw` of hono work beside it. */
export class Markup {
  readonly isEscaped = true;
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  toString(): string {
    return this.text;
  }
}

/** What may stand inside of an element. Truth values and what is missing show nothing. */
export type Child = string | number | boolean | null | undefined | Markup | readonly Child[];

type Props = { readonly [name: string]: unknown };

export declare namespace JSX {
  type Element = Markup;
  // biome-ignore lint/suspicious/noExplicitAny: a component has the props that it says, which the compiler checks.
  type ElementType = string | ((props: any) => Child);
  type ElementChildrenAttribute = { children: unknown };
  type IntrinsicElements = { readonly [tag: string]: { readonly [attribute: string]: Child } };
}

export function jsx(tag: string | ((props: Props) => Child), props: Props): Markup {
  if (typeof tag === "function") return asMarkup(tag(props));
  const { start, end, isVoid } = TAGS.get(tag) ?? newTag(tag);
  let written = start;
  // Joining texts is most of the work, so the quotation mark that ends a value is joined with what follows it.
  let quote = "";
  for (const name in props) {
    if (name === "children") continue;
    const said = props[name];
    if (name === "class" && quote === "" && typeof said === "string") {
      written += CLASSES.get(said) ?? newClass(said);
      quote = '"';
      continue;
    }
    const value = attributeText(name, said);
    if (value === undefined) continue;
    const { first, next } = ATTRIBUTES.get(name) ?? newAttribute(name);
    written += (quote === "" ? first : next) + value;
    quote = '"';
  }
  if (isVoid) return new Markup(written + (quote === "" ? "/>" : '"/>'));
  written += quote === "" ? ">" : '">';
  const { children } = props;
  return new Markup(children === undefined ? written + end : written + childText(children) + end);
}

/** The texts around an element, and around the value of an attribute. Each name is in our code, so they are few. */
type Tag = { readonly start: string; readonly end: string; readonly isVoid: boolean };
type Attribute = { readonly first: string; readonly next: string };

const TAGS = new Map<string, Tag>();
const ATTRIBUTES = new Map<string, Attribute>();

/** Classes are in our code as well. */
const CLASSES = new Map<string, string>();

function newClass(value: string): string {
  const written = ` class="${escapeText(value)}`;
  CLASSES.set(value, written);
  return written;
}

function newTag(name: string): Tag {
  const tag = { start: `<${name}`, end: `</${name}>`, isVoid: VOID_ELEMENTS.has(name) };
  TAGS.set(name, tag);
  return tag;
}

function newAttribute(name: string): Attribute {
  const attribute = { first: ` ${name}="`, next: `" ${name}="` };
  ATTRIBUTES.set(name, attribute);
  return attribute;
}

/** The compiler calls it if there are several children. */
export const jsxs = jsx;

/** The compiler calls it while developing. */
export const jsxDEV = jsx;

export function Fragment({ children }: Props): Markup {
  return asMarkup(children);
}

/** Markup as it is, such as the sanitised body of an article. */
export function raw(html: string): Markup {
  return new Markup(html);
}

function asMarkup(child: unknown): Markup {
  return child instanceof Markup ? child : new Markup(childText(child));
}

/** @throws if the value is none that JSX can show, such as a promise */
function childText(child: unknown): string {
  if (typeof child === "string") return escapeText(child);
  if (child instanceof Markup) return child.text;
  if (child === undefined || child === null || typeof child === "boolean") return "";
  if (typeof child === "number") return String(child);
  if (!Array.isArray(child)) {
    if (typeof child === "object" && "isEscaped" in child && child.isEscaped === true) return String(child);
    throw new TypeError(`not a child of an element: ${String(child)}`);
  }
  let written = "";
  for (const each of child) written += childText(each);
  return written;
}

/**
 * The text of an attribute, or undefined if it is left out.
 *
 * @throws if the value is none that an attribute can have
 */
function attributeText(name: string, value: unknown): string | undefined {
  if (typeof value === "string") return escapeText(value);
  if (value === undefined || value === null) return undefined;
  if (typeof value === "number") return String(value);
  if (typeof value !== "boolean") throw new TypeError(`not a value of the attribute ${name}: ${String(value)}`);
  if (!BOOLEAN_ATTRIBUTES.has(name)) return String(value);
  return value ? "" : undefined;
}

const SPECIAL = /[&<>"']/;

/** The apostrophe is escaped as well, so that the text may stand between single quotes. */
function escapeText(text: string): string {
  return SPECIAL.test(text) ? escapeHtml(text).replaceAll("'", "&#39;") : text;
}

/** HTML section 13.1.2. */
const VOID_ELEMENTS = new Set("area base br col embed hr img input link meta source track wbr".split(" "));

/** Attributes that say by their presence that something is so (HTML section 2.3.2). Others spell out `true`. */
const BOOLEAN_ATTRIBUTES = new Set(
  (
    "allowfullscreen async autofocus autoplay checked controls default defer disabled download formnovalidate hidden " +
    "inert ismap itemscope loop multiple muted nomodule novalidate open playsinline readonly required reversed selected"
  ).split(" "),
);
