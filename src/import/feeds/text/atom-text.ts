import { childrenNamed, elementsOf, textOf, type XmlElement } from "../../../syntax/xml/xml-element.ts";
import type { ImportNote } from "../import-note.ts";
import { nodeHtml } from "../node-html.ts";
import { type FeedText, htmlOf, kindOfType, typeOf } from "./feed-text.ts";

/** The kinds of text, from the one that loses most to the one that loses least. */
const RICHNESS: readonly FeedText["kind"][] = ["plain", "undeclared", "html"];

/**
 * A text construct or content of Atom 1.0 (RFC 4287 sections 3.1 and 4.1.3.3) or of Atom 0.3, whose `mode` says how the
 * text is written: as elements (`xml`, the default), escaped or in base64. Elements that are not declared are markup.
 * Returns undefined if there is nothing, or if it is no text; a note names what is lost.
 */
export function atomText(node: XmlElement | undefined, note: (note: ImportNote) => void): FeedText | undefined {
  if (!node) return undefined;
  const type = typeOf(node);
  const parts = childrenNamed(node, "atom:content");
  if (type?.startsWith("multipart/") && parts.length > 0) return ofParts(type, parts, note);
  const { base, language } = node;
  const elements = elementsOf(node);
  const kind = kindOfType(type);
  if (isInBase64(node)) return ofBase64(node, note);
  if (kind === undefined && type?.includes("/") && !type.startsWith("text/")) {
    note({ kind: "lost", message: "content that is not text", found: type });
    return undefined;
  }
  if (elements.length > 0) {
    const [div] = elements;
    const inner = elements.length === 1 && div?.name === "xhtml:div" ? div : node;
    return { kind: "html", value: nodeHtml(inner, base), base, language };
  }
  const value = textOf(node);
  if (value === undefined) return undefined;
  // Atom 0.3 says "text/plain" for what is left out, and its programs wrote escaped HTML all the same.
  if (type === undefined && node.attributes.mode?.toLowerCase() === "escaped")
    return { kind: "undeclared", value, base, language };
  if (kind === undefined && type?.startsWith("text/"))
    note({ kind: "guessed", message: "content that was taken for plain text", found: type });
  return { kind: kind ?? "plain", value, isAssumed: type === undefined, base, language };
}

/** `multipart/alternative` has one text in several types; other kinds have several texts. */
function ofParts(type: string, parts: readonly XmlElement[], note: (note: ImportNote) => void): FeedText | undefined {
  const isAlternative = type === "multipart/alternative";
  const texts = parts.flatMap((part) => atomText(part, isAlternative ? () => {} : note) ?? []);
  const [first] = texts;
  if (!isAlternative && first) return { ...first, kind: "html", value: texts.map(htmlOf).join("\n") };
  const best = texts.toSorted((a, b) => RICHNESS.indexOf(b.kind) - RICHNESS.indexOf(a.kind))[0];
  if (!best) note({ kind: "lost", message: "content that is not text", found: type });
  return best;
}

function isInBase64({ attributes }: XmlElement): boolean {
  return [attributes.mode, attributes.encoding].some((each) => each?.toLowerCase() === "base64");
}

function ofBase64(node: XmlElement, note: (note: ImportNote) => void): FeedText | undefined {
  const type = typeOf(node);
  const written = (textOf(node) ?? "").replace(/\s+/g, "");
  const lost = (message: string) => note({ kind: "lost", message, found: type ?? written.slice(0, 60) });
  if (!/^[\w+/-]*={0,2}$/.test(written)) {
    lost("content in base64 that cannot be decoded");
    return undefined;
  }
  if (type?.includes("/") && !type.startsWith("text/") && kindOfType(type) === undefined) {
    lost("content that is not text");
    return undefined;
  }
  const value = decoded(Buffer.from(written, "base64")).trim();
  const kind = kindOfType(type) ?? "plain";
  return value === "" ? undefined : { kind, value, base: node.base, language: node.language };
}

/** Base64 does not name its encoding: what is valid UTF-8 is UTF-8. */
function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: false }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}
