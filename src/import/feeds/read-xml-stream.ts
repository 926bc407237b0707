import { SaxesParser } from "saxes";
import { cleanText } from "../../model/text.ts";
import { knownName } from "./feed-namespaces.ts";
import type { XmlNode } from "./xml-node.ts";

/** What stands directly in a feed: its entries, and what it says of itself. `fault` is what was wrong within it. */
export type XmlPart = { readonly node: XmlNode; readonly line: number; readonly fault?: string };

/** A document that is no feed, or that nothing can be made of from here on. */
export class XmlStreamFault extends Error {}

type Draft = {
  name: string;
  attributes: Record<string, string>;
  children: (Draft | string)[];
  base: string | undefined;
  language: string | undefined;
};

/** The elements around the parts. */
const AROUND: ReadonlySet<string> = new Set(["rss", "rdf:RDF", "atom:feed"]);

/** Namespaces are looked up through all open elements, so that depth costs its square; and what is read goes through them by recursion. */
const MAX_DEPTH = 256;
const MAX_ATTRIBUTES = 1_000;
/** Of one part, in characters; a longer one is no article. */
const MAX_PART = 8_000_000;
/** Of one text, tag or document type, in characters: what the parser itself has to hold at once. */
const MAX_TOKEN = 16_000_000;

/**
 * Reads a feed of any length piece by piece, holding no more than one part of it. The parser acts on no document type, so an entity that is
 * declared there stands for nothing. A slip in the markup is one of the part it is in, and reading goes on.
 */
export class XmlStream {
  readonly #parser = new SaxesParser({ xmlns: true, position: true });
  readonly #around: Draft[] = [];
  readonly #open: Draft[] = [];
  readonly #done: XmlPart[] = [];
  #root: string | undefined;
  #rest = "";
  #sinceToken = 0;
  #length = 0;
  #line = 0;
  #fault: string | undefined;
  #attributes = 0;

  constructor(address?: string) {
    const outermost: Draft = { name: "", attributes: {}, children: [], base: address, language: undefined };
    this.#around.push(outermost);
    this.#listen();
  }

  /** Undefined until an element was read. */
  get root(): string | undefined {
    return this.#root;
  }

  write(text: string): readonly XmlPart[] {
    // A carriage return may belong to a line feed that is still to come.
    const whole = this.#rest + text;
    this.#rest = whole.endsWith("\r") ? "\r" : "";
    const clean = cleanText(whole.slice(0, whole.length - this.#rest.length));
    this.#sinceToken += clean.length;
    this.#parser.write(clean);
    if (this.#sinceToken > MAX_TOKEN)
      throw new XmlStreamFault(`line ${this.#parser.line}: more than ${MAX_TOKEN} characters without an end`);
    return this.#done.splice(0);
  }

  end(): readonly XmlPart[] {
    if (this.#root === undefined) throw new XmlStreamFault("no element at all; expected a feed");
    const fault = "the document ends in its middle";
    const [cut] = this.#open;
    if (cut) return [{ node: cut, line: this.#line, fault }];
    if (this.#around.length > 1) throw new XmlStreamFault(`line ${this.#parser.line}: ${fault}`);
    return [];
  }

  #listen(): void {
    const parser = this.#parser;
    const token = () => {
      this.#sinceToken = 0;
    };
    parser.on("error", (error) => this.#note(error.message.replace(/^(?:\d+:\d+: )+/, "")));
    parser.on("attribute", () => {
      this.#attributes += 1;
      if (this.#attributes > MAX_ATTRIBUTES)
        throw new XmlStreamFault(`line ${parser.line}: more than ${MAX_ATTRIBUTES} attributes in one element`);
    });
    parser.on("opentag", (tag) => {
      token();
      this.#attributes = 0;
      const attributes = Object.fromEntries(
        Object.values(tag.attributes).map(({ name, value }) => [name.toLowerCase(), value]),
      );
      this.#start(knownName(tag), attributes);
    });
    parser.on("closetag", () => {
      token();
      this.#finish();
    });
    parser.on("comment", token);
    parser.on("doctype", token);
    parser.on("processinginstruction", token);
    const text = (value: string) => {
      token();
      const at = this.#open.at(-1);
      if (!at) return;
      this.#length += value.length;
      if (this.#length > MAX_PART) this.#note(`more than ${MAX_PART} characters`);
      else at.children.push(value);
    };
    parser.on("text", text);
    parser.on("cdata", text);
  }

  #start(name: string, attributes: Record<string, string>): void {
    this.#root ??= name;
    const parent = this.#open.at(-1) ?? this.#around.at(-1);
    const base = attributes["xml:base"];
    const draft: Draft = {
      name,
      attributes,
      children: [],
      base: base === undefined ? parent?.base : (URL.parse(base, parent?.base)?.href ?? parent?.base),
      language: attributes["xml:lang"] ?? parent?.language,
    };
    if (this.#open.length === 0 && (AROUND.has(name) || (name === "channel" && parent?.name === "rss"))) {
      this.#around.push(draft);
      return;
    }
    if (this.#open.length === 0) {
      if (this.#around.length === 1 && name !== "atom:entry")
        throw new XmlStreamFault(
          `line ${this.#parser.line}: <${name}> at the top; expected <rss>, <feed> or <rdf:RDF>`,
        );
      this.#line = this.#parser.line;
      this.#fault = undefined;
      this.#length = 0;
    }
    if (this.#open.length >= MAX_DEPTH)
      throw new XmlStreamFault(`line ${this.#parser.line}: more than ${MAX_DEPTH} elements in one another`);
    // Each element counts, or a part of nothing but tags would have no length.
    this.#length += name.length + 64;
    if (this.#length <= MAX_PART) this.#open.at(-1)?.children.push(draft);
    else this.#note(`more than ${MAX_PART} characters`);
    this.#open.push(draft);
  }

  #finish(): void {
    const draft = this.#open.pop();
    if (!draft) this.#around.pop();
    if (!draft || this.#open.length > 0) return;
    this.#done.push({
      node: draft,
      line: this.#line,
      ...(this.#fault !== undefined && { fault: this.#fault }),
    });
  }

  /**
   * The first slip says most. What a reference to an unknown entity means, HTML may know, and what a prefix means that is bound to nothing, everyone:
   * both stay as they are written.
   */
  #note(message: string): void {
    if (!/entity|namespace prefix/.test(message)) this.#fault ??= message;
  }
}
