/** The one place that meets the XML parser: well-formedness (XML 1.0) with namespaces, in limits, piece by piece. */
import { SaxesParser } from "saxes";
import { err, ok, type Result } from "../result.ts";

/** A start tag. `name` is as written, with its prefix; attributes are by name as written. */
export type XmlTag = {
  readonly name: string;
  readonly prefix: string;
  readonly local: string;
  readonly namespace: string;
  readonly attributes: Readonly<Record<string, string>>;
};

/** A call returns the reason to stop, or undefined to read on. */
export type XmlEvents = {
  readonly open: (tag: XmlTag) => string | undefined;
  readonly close: () => void;
  /** Character data, CDATA or not. It may come in several pieces. */
  readonly text: (text: string) => void;
  /** What is not well-formed XML. The parser can read on after it. */
  readonly fault: (message: string) => string | undefined;
  /** The text between `<!DOCTYPE` and its `>`. */
  readonly doctype?: (text: string) => void;
  /** The target of a processing instruction. */
  readonly instruction?: (target: string) => void;
};

/** Why reading ended, and where; `line` and `column` count from 1. */
export type XmlFault = { readonly message: string; readonly line: number; readonly column: number };

/**
 * `depth`: the parser looks namespaces up through all open elements, so a document that is nothing but depth would take
 * the square of its length.
 * `token`: the characters of one text, tag, comment or document type, which the parser holds in memory; checked after
 * each piece.
 */
export type XmlLimits = { readonly depth: number; readonly attributes: number; readonly token: number };

const DEFAULT_XML_LIMITS: XmlLimits = { depth: 256, attributes: 1_000, token: 16_000_000 };

/** An exception is the only way out of the parser's handlers. It never leaves this file. */
class Stop extends Error {}

/**
 * A document type is noticed and never acted on: no entity is expanded, and nothing external is asked for. After the
 * first error nothing more may be written.
 */
export class XmlReader {
  readonly #parser = new SaxesParser({ xmlns: true, position: true });
  readonly #limits: XmlLimits;
  #depth = 0;
  #attributes = 0;
  #sinceToken = 0;

  constructor(events: XmlEvents, limits: Partial<XmlLimits> = {}) {
    this.#limits = { ...DEFAULT_XML_LIMITS, ...limits };
    this.#listen(events);
  }

  /** Of the next character, counted from 1. */
  get line(): number {
    return this.#parser.line;
  }

  write(text: string): Result<undefined, XmlFault> {
    return this.#run(() => {
      this.#sinceToken += text.length;
      this.#parser.write(text);
      if (this.#sinceToken > this.#limits.token) stop(`more than ${this.#limits.token} characters without an end`);
    });
  }

  close(): Result<undefined, XmlFault> {
    return this.#run(() => this.#parser.close());
  }

  #run(step: () => void): Result<undefined, XmlFault> {
    try {
      step();
      return ok(undefined);
    } catch (error) {
      if (!(error instanceof Stop)) throw error;
      return err({ message: error.message, line: this.#parser.line, column: this.#parser.column + 1 });
    }
  }

  #listen({ open, close, text, fault, doctype, instruction }: XmlEvents): void {
    const parser = this.#parser;
    const { depth, attributes } = this.#limits;
    const token = () => {
      this.#sinceToken = 0;
    };
    parser.on("error", ({ message }) => stop(fault(message.replace(/^(?:\d+:\d+: )+/, ""))));
    parser.on("attribute", () => {
      this.#attributes += 1;
      if (this.#attributes > attributes) stop(`more than ${attributes} attributes in one element`);
    });
    parser.on("opentag", (tag) => {
      token();
      this.#attributes = 0;
      this.#depth += 1;
      if (this.#depth > depth) stop(`more than ${depth} elements in one another`);
      const { name, prefix, local, uri: namespace } = tag;
      const values = Object.values(tag.attributes).map((attribute) => [attribute.name, attribute.value]);
      stop(open({ name, prefix, local, namespace, attributes: Object.fromEntries(values) }));
    });
    parser.on("closetag", () => {
      token();
      this.#depth -= 1;
      close();
    });
    const read = (value: string) => {
      token();
      text(value);
    };
    parser.on("text", read);
    parser.on("cdata", read);
    parser.on("comment", token);
    parser.on("processinginstruction", ({ target }) => {
      token();
      instruction?.(target);
    });
    parser.on("doctype", (value) => {
      token();
      doctype?.(value);
    });
  }
}

function stop(reason: string | undefined): void {
  if (reason !== undefined) throw new Stop(reason);
}
