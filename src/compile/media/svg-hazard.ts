import { SaxesParser } from "saxes";

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
/** A reference within the file, or one that contains a picture itself. */
const OWN_REFERENCE = /^\s*(?:#|data:image\/(?:png|jpeg|gif|webp);base64,)/i;
const FOREIGN_STYLE = /@import|expression\s*\(|url\((?!["']?\s*(?:#|data:image\/(?:png|jpeg|gif|webp);))/i;

/**
 * Finds the first reason to refuse an SVG: a script, an event handler, a reference or a style that leads out of the
 * file, an entity declaration, or XML that is not well-formed. Returns undefined if there is none. The service serves
 * the file from its own origin, so none may run.
 */
export function svgHazard(text: string): string | undefined {
  const hazards: string[] = [];
  const parser = new SaxesParser({ xmlns: true });
  let root: string | undefined;
  let style: string | undefined;
  parser.on("error", ({ message }) => {
    hazards.push(`a fault in its XML (${message})`);
  });
  parser.on("doctype", (doctype) => {
    if (doctype.includes("[")) hazards.push("entities of its own");
  });
  parser.on("processinginstruction", ({ target }) => {
    hazards.push(`<?${target}?>`);
  });
  parser.on("opentag", ({ local, attributes }) => {
    root ??= local;
    if (local === "style") style = "";
    if (ACTIVE_ELEMENTS.has(local.toLowerCase())) hazards.push(`<${local}>`);
    for (const { local: attribute, name, value } of Object.values(attributes))
      if (isHazard(attribute.toLowerCase(), value)) hazards.push(`${name} on <${local}>`);
  });
  const read = (part: string) => {
    if (style !== undefined) style += part;
  };
  parser.on("text", read);
  parser.on("cdata", read);
  parser.on("closetag", ({ local }) => {
    if (local !== "style" || style === undefined) return;
    if (FOREIGN_STYLE.test(withoutEscapes(style))) hazards.push("a style that reaches out of the file");
    style = undefined;
  });
  parser.write(text).close();
  if (hazards.length === 0 && root !== "svg") return root === undefined ? "no <svg>" : `<${root}>`;
  return hazards[0];
}

function isHazard(name: string, value: string): boolean {
  if (/^on./.test(name)) return true;
  if (name === "base") return true;
  if (name === "href" || name === "src") return !OWN_REFERENCE.test(value);
  // An animation can set an attribute to a value that the attribute itself may not have.
  if (name === "attributename") return /^(?:on|.*href|src$|style$)/i.test(value.trim());
  return FOREIGN_STYLE.test(withoutEscapes(value));
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
