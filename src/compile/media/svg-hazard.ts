import { XmlReader } from "../../syntax/xml/xml-reader.ts";

/** Elements that run code or load something that is not part of the drawing. */
const ACTIVE_ELEMENTS: ReadonlySet<string> = new Set([
  "script",
  "handler",
  "listener",
  "foreignobject",
  "iframe",
  "embed",
  "object",
  "audio",
  "video",
]);
const HTML = "http://www.w3.org/1999/xhtml";
/** A reference within the file, or one that contains a picture itself. */
const OWN_REFERENCE = /^\s*(?:#|data:image\/(?:png|jpeg|gif|webp);base64,)/i;
const FOREIGN_STYLE = /@import|expression\s*\(|url\((?!["']?\s*(?:#|data:image\/(?:png|jpeg|gif|webp);))/i;
/** Functions of CSS that take an address as a plain string (CSS Images section 3, CSS Values section 4.5). */
const ADDRESS_IN_STRING = /(?<![\w-])(?:(?:-webkit-)?image-set|image|src)\(/i;
/** Attributes that are styles. In any other attribute, such as a label, the words above are only words. */
const STYLES = /^(?:style|cursor|mask|clip-path|filter|fill|stroke|marker(?:-start|-mid|-end)?)$/;
/** Attributes that hold an address, in any vocabulary. */
const ADDRESSES = /^(?:href|src|srcset|poster|action|formaction|ping|background|data|codebase|manifest|archive)$/;
/** Far deeper than a drawing program nests its groups. */
const MAX_DEPTH = 256;

/**
 * Finds the first reason to refuse an SVG: a script, an event handler, an element of HTML, a reference or a style that
 * leads out of the file, an entity declaration, XML that is not well-formed, or elements nested deeper than
 * `MAX_DEPTH`. Returns undefined if there is none. The service serves the file from its own origin, so none may run.
 *
 * It reads no further than the first reason.
 */
export function svgHazard(text: string): string | undefined {
  let root: string | undefined;
  let style: string | undefined;
  let hazard: string | undefined;
  const open: string[] = [];
  const reader = new XmlReader(
    {
      open: ({ name, local, namespace, attributes }) => {
        root ??= local;
        open.push(local);
        if (local === "style") style = "";
        hazard ??= hazardOf(name, local, namespace) ?? attributeHazard(local, attributes);
        return hazard;
      },
      text: (part) => {
        if (style !== undefined) style += part;
      },
      close: () => {
        if (open.pop() !== "style" || style === undefined) return;
        const read = withoutEscapes(style);
        style = undefined;
        if (FOREIGN_STYLE.test(read) || ADDRESS_IN_STRING.test(read)) hazard ??= "a style that reaches out of the file";
      },
      fault: (message) => hazard ?? `a fault in its XML (${message})`,
      doctype: (doctype) => {
        if (doctype.includes("[")) hazard ??= "entities of its own";
      },
      instruction: (target) => {
        hazard ??= `<?${target}?>`;
      },
    },
    { depth: MAX_DEPTH, token: text.length + 1 },
  );
  const written = reader.write(text);
  const read = written.ok ? reader.close() : written;
  if (hazard !== undefined || !read.ok) return hazard ?? (read.ok ? undefined : read.error.message);
  return root === "svg" ? undefined : root === undefined ? "no <svg>" : `<${root}>`;
}

function hazardOf(name: string, local: string, namespace: string): string | undefined {
  if (namespace === HTML) return `<${name}>, an element of HTML`;
  return ACTIVE_ELEMENTS.has(local.toLowerCase()) ? `<${local}>` : undefined;
}

function attributeHazard(element: string, attributes: Readonly<Record<string, string>>): string | undefined {
  const [name] =
    Object.entries(attributes).find(([written, value]) =>
      isHazard(written.slice(written.indexOf(":") + 1).toLowerCase(), value),
    ) ?? [];
  return name && `${name} on <${element}>`;
}

/** @param name the local name of the attribute in lower case */
function isHazard(name: string, value: string): boolean {
  if (/^on/.test(name)) return true;
  if (name === "base") return true;
  if (ADDRESSES.test(name)) return !OWN_REFERENCE.test(value);
  // An animation can set an attribute to a value that the attribute itself may not have.
  if (name === "attributename") return /^(?:on|.*href|src$|style$)/i.test(value.trim());
  const read = withoutEscapes(value);
  return FOREIGN_STYLE.test(read) || (STYLES.test(name) && ADDRESS_IN_STRING.test(read));
}

/** Removes comments and resolves escapes, with which CSS can write any letter (CSS Syntax section 4.3.7). */
function withoutEscapes(style: string): string {
  return withoutComments(style)
    .replace(/\\([0-9a-f]{1,6})\s?/gi, (_, hex: string) =>
      String.fromCodePoint(Math.min(Number.parseInt(hex, 16), 0xffff)),
    )
    .replaceAll("\\", "");
}

/** An unclosed comment stays. */
function withoutComments(style: string): string {
  let rest = "";
  let end = 0;
  for (let start = style.indexOf("/*"); start !== -1; start = style.indexOf("/*", end)) {
    const close = style.indexOf("*/", start + 2);
    if (close === -1) break;
    rest += style.slice(end, start);
    end = close + 2;
  }
  return rest + style.slice(end);
}
