/** An XML document of any length, read one part at a time and held in memory no longer than that. */
import { err, ok, type Result } from "../result.ts";
import type { XmlElement } from "./xml-element.ts";
import { type XmlFault, type XmlLimits, XmlReader, type XmlTag } from "./xml-reader.ts";

/**
 * An element directly inside of the containers. `line` is that of its start tag; `fault` is the first fault inside of
 * it.
 */
export type XmlPart = { readonly element: XmlElement; readonly line: number; readonly fault?: string };

export type XmlPartsOptions = {
  /** Whether an element only surrounds parts, as `<channel>` does. Its children are parts or containers. */
  readonly isContainer: (name: string, parent: string | undefined) => boolean;
  /** The name of an element, as written by default. */
  readonly nameOf?: (tag: XmlTag) => string;
  /** The name of an attribute, as written by default. */
  readonly attributeName?: (written: string) => string;
  /** Why the document cannot be read, judged by the name of its root. Returns undefined to read on. */
  readonly rootFault?: (name: string) => string | undefined;
  /** Whether a fault is ignored. The parser leaves an unknown entity and an unbound prefix as they are written. */
  readonly isIgnored?: (fault: string) => boolean;
  /** Applied to each piece before the parser reads it. A piece never ends between a carriage return and a line feed. */
  readonly clean?: (text: string) => string;
  /** The address of the document, which relative addresses in `xml:base` are resolved against. */
  readonly base?: string | undefined;
  /** `part`: characters of one part. */
  readonly limits?: Partial<XmlLimits & { readonly part: number }>;
};

const DEFAULT_MAX_PART = 8_000_000;
/** What an element counts beside its name, so that a part of nothing but tags has a length. */
const ELEMENT_LENGTH = 64;

type Draft = {
  name: string;
  namespace: string;
  attributes: Readonly<Record<string, string>>;
  children: (Draft | string)[];
  base: string | undefined;
  language: string | undefined;
};

/**
 * A fault in the markup belongs to the part it is in, and reading goes on. An error ends the reading: a limit of the
 * reader, or the wrong root.
 */
export class XmlParts {
  readonly #options: XmlPartsOptions;
  readonly #reader: XmlReader;
  readonly #maxPart: number;
  readonly #containers: Draft[] = [];
  /** The part that is being read and the open elements inside of it. */
  readonly #open: Draft[] = [];
  #done: XmlPart[] = [];
  #root: string | undefined;
  #rest = "";
  #length = 0;
  #line = 0;
  #fault: string | undefined;

  constructor(options: XmlPartsOptions) {
    const { part = DEFAULT_MAX_PART, ...limits } = options.limits ?? {};
    this.#options = options;
    this.#maxPart = part;
    this.#reader = new XmlReader(
      {
        open: (tag) => this.#start(tag),
        close: () => this.#finish(),
        text: (text) => this.#add(text, text.length),
        fault: (message) => this.#note(message),
      },
      limits,
    );
  }

  /** The name of the root. Returns undefined until it was read. */
  get root(): string | undefined {
    return this.#root;
  }

  /** Returns the parts that end in this piece of the document. */
  write(text: string): Result<readonly XmlPart[], XmlFault> {
    // A carriage return may belong to a line feed that is still to come.
    const whole = this.#rest + text;
    this.#rest = whole.endsWith("\r") ? "\r" : "";
    const { clean = (piece: string) => piece } = this.#options;
    const written = this.#reader.write(clean(whole.slice(0, whole.length - this.#rest.length)));
    if (!written.ok) return written;
    const done = this.#done;
    this.#done = [];
    return ok(done);
  }

  /**
   * Call it once after the last piece. A part that the document ends in is returned with a fault; an end between the
   * parts is an error, and so is a document without an element.
   */
  end(): Result<readonly XmlPart[], XmlFault> {
    const at = { line: this.#reader.line, column: 1 };
    if (this.#root === undefined) return err({ message: "no element at all", ...at });
    const fault = "the document ends in its middle";
    const [cut] = this.#open;
    if (cut) return ok([{ element: cut, line: this.#line, fault }]);
    return this.#containers.length > 0 ? err({ message: fault, ...at }) : ok([]);
  }

  #start(tag: XmlTag): string | undefined {
    const draft = this.#draft(tag);
    const { name } = draft;
    const isRoot = this.#root === undefined;
    this.#root ??= name;
    if (this.#open.length === 0) {
      if (this.#options.isContainer(name, this.#containers.at(-1)?.name)) {
        this.#containers.push(draft);
        return isRoot ? this.#options.rootFault?.(name) : undefined;
      }
      const fault = this.#containers.length === 0 ? this.#options.rootFault?.(name) : undefined;
      if (fault !== undefined) return fault;
      this.#line = this.#reader.line;
      this.#fault = undefined;
      this.#length = 0;
    }
    this.#add(draft, name.length + ELEMENT_LENGTH);
    this.#open.push(draft);
    return undefined;
  }

  #draft(tag: XmlTag): Draft {
    const { nameOf = ({ name }) => name, attributeName = (name: string) => name } = this.#options;
    const attributes = Object.fromEntries(
      Object.entries(tag.attributes).map(([name, value]) => [attributeName(name), value]),
    );
    const parent = this.#open.at(-1) ?? this.#containers.at(-1) ?? { base: this.#options.base, language: undefined };
    const base = attributes["xml:base"];
    return {
      name: nameOf(tag),
      namespace: tag.namespace,
      attributes,
      children: [],
      base: base === undefined ? parent.base : (URL.parse(base, parent.base)?.href ?? parent.base),
      language: attributes["xml:lang"] ?? parent.language,
    };
  }

  /** Text between the parts is dropped, and so is what passes the length of a part. */
  #add(child: Draft | string, length: number): void {
    const parent = this.#open.at(-1);
    if (!parent && typeof child === "string") return;
    this.#length += length;
    if (this.#length > this.#maxPart) this.#note(`more than ${this.#maxPart} characters`);
    else parent?.children.push(child);
  }

  #finish(): void {
    const draft = this.#open.pop();
    if (!draft) this.#containers.pop();
    if (!draft || this.#open.length > 0) return;
    const fault = this.#fault === undefined ? {} : { fault: this.#fault };
    this.#done.push({ element: draft, line: this.#line, ...fault });
  }

  /** The first fault says the most: those that follow are often its consequences. */
  #note(message: string): undefined {
    if (!this.#options.isIgnored?.(message)) this.#fault ??= message;
  }
}
