/** An XML document of any length, read one part at a time and held in memory no longer than that. */
import type { StrayBytes } from "../encoding/document-decoder.ts";
import { err, ok, type Result } from "../result.ts";
import { hoistSiblings } from "./tolerant/hoist-siblings.ts";
import type { ElementRole } from "./tolerant/open-elements.ts";
import { TolerantXmlReader, type XmlEnd } from "./tolerant/tolerant-reader.ts";
import type { XmlRepair } from "./tolerant/xml-repair.ts";
import type { XmlElement } from "./xml-element.ts";
import type { XmlFault, XmlLimits, XmlTag } from "./xml-reader.ts";

/**
 * An element directly inside of the containers. `line` is that of its start tag. `fault` says why it cannot be used.
 * `repairs` are the faults in it that were repaired, at most `MAX_REPAIRS`.
 */
export type XmlPart = {
  readonly element: XmlElement;
  readonly line: number;
  readonly fault?: string;
  readonly repairs?: readonly XmlRepair[];
};

export type XmlPartsOptions = {
  /** Whether an element only surrounds parts, as `<channel>` does. Its children are parts or containers. */
  readonly isContainer: (name: string, parent: string | undefined) => boolean;
  /** Whether an element is an entry. No entry is inside of another part, unless that part's content is XML. */
  readonly isEntry?: (name: string) => boolean;
  /** The name of an element, as written by default. */
  readonly nameOf?: (tag: XmlTag) => string;
  /** The name of an attribute, as written by default. */
  readonly attributeName?: (written: string) => string;
  /** Why the document cannot be read, judged by the name of its root. Returns undefined to read on. */
  readonly rootFault?: (name: string) => string | undefined;
  /** Applied to each text and each value of an attribute. */
  readonly clean?: (text: string) => string;
  /** The address of the document, which relative addresses in `xml:base` are resolved against. */
  readonly base?: string | undefined;
  /** `part`: characters of one part. */
  readonly limits?: Partial<XmlLimits & { readonly part: number }>;
};

const DEFAULT_MAX_PART = 8_000_000;
/** What an element counts beside its name, so that a part of nothing but tags has a length. */
const ELEMENT_LENGTH = 64;
/** Repairs that one part remembers. */
const MAX_REPAIRS = 100;

type Draft = {
  name: string;
  namespace: string;
  attributes: Readonly<Record<string, string>>;
  children: (Draft | string)[];
  base: string | undefined;
  language: string | undefined;
};

/** Faults in the markup are repaired. An error ends the reading: a limit of the reader, or the wrong root. */
export class XmlParts {
  readonly #options: XmlPartsOptions;
  readonly #reader: TolerantXmlReader;
  readonly #maxPart: number;
  readonly #containers: Draft[] = [];
  /** The part that is being read and the open elements inside of it. */
  readonly #open: Draft[] = [];
  #done: XmlPart[] = [];
  #root: string | undefined;
  #length = 0;
  #line = 0;
  #fault: string | undefined;
  #failure: XmlFault | undefined;
  #repairs: XmlRepair[] = [];

  constructor(options: XmlPartsOptions) {
    const { part = DEFAULT_MAX_PART, ...limits } = options.limits ?? {};
    this.#options = options;
    this.#maxPart = part;
    this.#reader = new TolerantXmlReader(
      {
        roleOf: (tag) => this.#roleOf(tag),
        open: (tag, line) => this.#start(tag, line),
        close: (end) => this.#finish(end),
        text: (text) => this.#addText(text),
        repair: (repair) => {
          if (this.#repairs.length < MAX_REPAIRS) this.#repairs.push(repair);
        },
        limit: (message) => {
          this.#fault ??= message;
        },
      },
      limits,
    );
  }

  /** The name of the root. Returns undefined until it was read. */
  get root(): string | undefined {
    return this.#root;
  }

  /**
   * Returns the parts that end in this piece of the document. `strays` are bytes in it that its encoding does not have.
   */
  write(text: string, strays: readonly StrayBytes[] = []): Result<readonly XmlPart[], XmlFault> {
    if (strays.length > 0) this.#reader.mark(strays);
    return this.#doneAfter(() => this.#reader.write(text));
  }

  /**
   * Call it once after the last piece. A part that the document ends in is returned with a fault; an end between the
   * parts is an error, and so is a document without an element.
   */
  end(): Result<readonly XmlPart[], XmlFault> {
    const read = this.#doneAfter(() => this.#reader.end());
    if (!read.ok || this.#failure !== undefined) return read;
    const { line } = this.#reader.place;
    if (this.#root === undefined) return err({ message: "no element at all", line, column: 1 });
    const fault = "the document ends in its middle";
    const [cut] = this.#open;
    if (cut) return ok([...read.value, { element: cut, line: this.#line, fault: this.#fault ?? fault }]);
    return this.#containers.length > 0 ? err({ message: fault, line, column: 1 }) : read;
  }

  /** The repairs since the last part, which are outside of all parts. */
  takeRepairs(): readonly XmlRepair[] {
    const repairs = this.#repairs;
    this.#repairs = [];
    return repairs;
  }

  /** The parts that are complete. An error waits until they were taken. */
  #doneAfter(read: () => Result<undefined, XmlFault>): Result<readonly XmlPart[], XmlFault> {
    if (this.#failure === undefined) {
      const result = read();
      if (!result.ok) this.#failure = result.error;
    }
    if (this.#failure !== undefined && this.#done.length === 0) return err(this.#failure);
    const done = this.#done;
    this.#done = [];
    return ok(done);
  }

  #nameOf(tag: XmlTag): string {
    return this.#options.nameOf?.(tag) ?? tag.name;
  }

  #roleOf(tag: XmlTag): ElementRole {
    const { isContainer, isEntry = () => false } = this.#options;
    const name = this.#nameOf(tag);
    if (isEntry(name)) return this.#open.some(hasXmlContent) ? "other" : "entry";
    return this.#open.length === 0 && isContainer(name, this.#containers.at(-1)?.name) ? "container" : "other";
  }

  #start(tag: XmlTag, line: number): string | undefined {
    const draft = this.#draft(tag);
    const { name } = draft;
    const isFirst = this.#root === undefined;
    this.#root ??= name;
    if (this.#open.length === 0) {
      const fault = isFirst ? this.#options.rootFault?.(name) : undefined;
      if (fault !== undefined) return fault;
      if (this.#options.isContainer(name, this.#containers.at(-1)?.name)) {
        this.#containers.push(draft);
        return undefined;
      }
      this.#line = line;
      this.#length = 0;
    }
    this.#add(draft, name.length + ELEMENT_LENGTH);
    this.#open.push(draft);
    return undefined;
  }

  #draft(tag: XmlTag): Draft {
    const { attributeName = (name: string) => name, clean = (text: string) => text } = this.#options;
    const attributes = Object.fromEntries(
      Object.entries(tag.attributes).map(([name, value]) => [attributeName(name), clean(value)]),
    );
    const parent = this.#open.at(-1) ?? this.#containers.at(-1) ?? { base: this.#options.base, language: undefined };
    const base = attributes["xml:base"];
    return {
      name: this.#nameOf(tag),
      namespace: tag.namespace,
      attributes,
      children: [],
      base: base === undefined ? parent.base : (URL.parse(base, parent.base)?.href ?? parent.base),
      language: attributes["xml:lang"] ?? parent.language,
    };
  }

  /** Text between the parts is dropped. */
  #addText(text: string): void {
    if (this.#open.length > 0) this.#add(this.#options.clean?.(text) ?? text, text.length);
  }

  /** What passes the length of a part is dropped. */
  #add(child: Draft | string, length: number): void {
    this.#length += length;
    if (this.#length > this.#maxPart) this.#fault ??= `more than ${this.#maxPart} characters`;
    else append(this.#open.at(-1)?.children ?? [], child);
  }

  #finish({ isImplied, isByPart }: XmlEnd): void {
    const draft = this.#open.pop();
    if (!draft) {
      this.#containers.pop();
      return;
    }
    const parent = this.#open.at(-1);
    if (parent) {
      if (isImplied) hoistSiblings(draft, parent, isByPart);
      return;
    }
    const swallowed: Draft = { ...draft, children: [] };
    if (isImplied && !this.#options.isEntry?.(draft.name)) hoistSiblings(draft, swallowed, true);
    this.#addDone(draft);
    for (const child of swallowed.children) if (typeof child !== "string") this.#addDone(child);
    this.#fault = undefined;
  }

  #addDone(element: Draft): void {
    const repairs = this.takeRepairs();
    this.#done.push({
      element,
      line: this.#line,
      ...(this.#fault !== undefined && { fault: this.#fault }),
      ...(repairs.length > 0 && { repairs }),
    });
  }
}

/** Text that comes in several pieces is one child. */
function append(children: (Draft | string)[], child: Draft | string): void {
  const last = children.at(-1);
  if (typeof child === "string" && typeof last === "string") children[children.length - 1] = last + child;
  else children.push(child);
}

/** Whether an element may have any XML inside, even another feed (RFC 4287 section 4.1.3.3). */
function hasXmlContent({ name, attributes }: Draft): boolean {
  return /(?:^|:)content$/.test(name) && /[/+]xml\s*(?:;|$)/i.test(attributes.type ?? "");
}
