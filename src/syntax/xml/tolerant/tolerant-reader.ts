import { around } from "../../encoding/damaged-text.ts";
import type { StrayBytes } from "../../encoding/document-decoder.ts";
import { err, ok, type Result } from "../../result.ts";
import type { XmlFault, XmlLimits, XmlTag } from "../xml-reader.ts";
import { DeclaredEntities } from "./declared-entities.ts";
import { boundariesOf, CDATA, COMMENT, findSectionEnd, INSTRUCTION, type Section } from "./find-section-end.ts";
import { type ElementRole, isVoid, namespaceOf, type OpenElement, scopeOf, splitName } from "./open-elements.ts";
import { readDoctype } from "./read-doctype.ts";
import { readControls, readReferences } from "./read-references.ts";
import { readStartTag, type StartTag } from "./read-start-tag.ts";
import { SourceWindow } from "./source-window.ts";
import type { FaultAt, XmlRepair } from "./xml-repair.ts";

/**
 * How an element ends. `isImplied`: its end tag is missing. `isByPart`: the part of the document around it ends, too.
 */
export type XmlEnd = { readonly isImplied: boolean; readonly isByPart: boolean };

export type TolerantEvents = {
  /** What an element is, asked before it opens. An entry ends every open element but the containers. */
  readonly roleOf: (tag: XmlTag) => ElementRole;
  /** Returns the reason to stop, or undefined to read on. */
  readonly open: (tag: XmlTag, line: number) => string | undefined;
  readonly close: (end: XmlEnd) => void;
  readonly text: (text: string) => void;
  readonly repair: (repair: XmlRepair) => void;
  /** A limit that was exceeded. What exceeds it is left out. */
  readonly limit: (message: string) => void;
  readonly doctype?: (text: string) => void;
};

const DEFAULT_LIMITS: XmlLimits = { depth: 256, attributes: 1_000, token: 16_000_000 };
/** Text that a reference may be cut in. */
const REFERENCE_LENGTH = 40;
const END_TAG = /<\/([^\s<>]*)[^<>]*/y;

/**
 * Reads XML piece by piece and goes on after every fault. Well-formed XML is read to the letter. Everything else costs
 * at most the element it is in: what was meant is clear nearly always, and otherwise the text stays as it is written.
 * Takes linear time.
 */
export class TolerantXmlReader {
  readonly #events: TolerantEvents;
  readonly #limits: XmlLimits;
  readonly #window = new SourceWindow();
  readonly #entities = new DeclaredEntities();
  readonly #open: OpenElement[] = [];
  /** Open elements that are containers. They are the first ones. */
  #containers = 0;
  #retryAt = 0;
  #stopped: string | undefined;
  /** Bytes of the text in memory that are not in its encoding, with their offset in the document. */
  #strays: (StrayBytes & { readonly offset: number })[] = [];
  #nextStray = 0;

  constructor(events: TolerantEvents, limits: Partial<XmlLimits> = {}) {
    this.#events = events;
    this.#limits = { ...DEFAULT_LIMITS, ...limits };
  }

  /** Tells of bytes in the next piece that its encoding does not have. They are reported when they are read. */
  mark(strays: readonly StrayBytes[]): void {
    const offset = this.#window.offsetOf(this.#window.text.length);
    const waiting = this.#strays.slice(this.#nextStray);
    this.#strays = [...waiting, ...strays.map((stray) => ({ ...stray, offset: offset + stray.at }))];
    this.#nextStray = 0;
  }

  /** After an error nothing more may be written. */
  write(text: string): Result<undefined, XmlFault> {
    this.#window.add(text);
    // A token that is incomplete is tried again when the text has twice its length: linear time for a token of any
    // length.
    if (this.#window.waiting < this.#retryAt) return ok(undefined);
    return this.#read();
  }

  /** Call it once after the last piece. Elements may be open still. */
  end(): Result<undefined, XmlFault> {
    this.#window.isLast = true;
    return this.#read();
  }

  /** The place behind what was read. */
  get place(): { readonly line: number; readonly column: number } {
    return this.#window.placeOf(this.#window.at);
  }

  #read(): Result<undefined, XmlFault> {
    const window = this.#window;
    this.#retryAt = 0;
    while (window.at < window.text.length) {
      const isOver = window.waiting > this.#limits.token;
      const isComplete = this.#readToken(window.isLast || isOver);
      if (this.#stopped !== undefined) return err({ message: this.#stopped, ...this.place });
      if (isComplete) continue;
      if (isOver || window.isLast)
        return err({ message: `more than ${this.#limits.token} characters without an end`, ...this.place });
      this.#retryAt = Math.min(2 * window.waiting, this.#limits.token + 1);
      break;
    }
    return ok(undefined);
  }

  /** Reads the next token. Returns false if it is incomplete. */
  #readToken(isFinal: boolean): boolean {
    const { text, at } = this.#window;
    if (text[at] !== "<") return this.#readText(isFinal);
    const next = text[at + 1];
    if (next === undefined && !isFinal) return false;
    if (next === "/") return this.#readEndTag(isFinal);
    if (next === "?") return this.#readSection(INSTRUCTION, isFinal);
    if (next !== "!") return this.#readStartTag(isFinal);
    if (!isFinal && text.length - at < CDATA.open.length) return false;
    if (text.startsWith(COMMENT.open, at)) return this.#readSection(COMMENT, isFinal);
    if (text.startsWith(CDATA.open, at)) return this.#readSection(CDATA, isFinal);
    if (this.#open.length === 0 && /^doctype/i.test(text.slice(at + 2, at + 9))) return this.#readDoctype(isFinal);
    return this.#keepSign();
  }

  #readText(isFinal: boolean): boolean {
    const { text, at } = this.#window;
    let end = text.indexOf("<", at);
    if (end === -1) {
      end = text.length;
      if (!isFinal) {
        const reference = text.lastIndexOf("&");
        if (reference >= Math.max(at, end - REFERENCE_LENGTH)) end = reference;
        // The end of a line, of a section, or of a pair of surrogates may follow.
        else end -= /(?:\r|\]{1,2}|[\uD800-\uDBFF])$/.exec(text.slice(-2))?.[0].length ?? 0;
      }
    }
    if (end === at) return false;
    if (this.#open.length > 0) {
      const run = text.slice(at, end);
      this.#addText(readReferences(run, (fault) => this.#report(fault, at), this.#entities.textOf));
      const close = run.indexOf("]]>");
      if (close !== -1) this.#report({ kind: "repaired", message: "]]> in a text was kept", at: close }, at);
    }
    return this.#moveTo(end);
  }

  #readSection(section: Section, isFinal: boolean): boolean {
    const window = this.#window;
    const surroundings = { innermost: this.#open.at(-1)?.name, part: this.#open[this.#containers]?.name };
    const found = findSectionEnd(window, section, surroundings, isFinal);
    if (found === "incomplete") return false;
    const { end, isCut } = found;
    const { at, text } = window;
    // A section of the whole memory without an end.
    if (isCut && end === text.length && !window.isLast) return false;
    const inside = at + section.open.length;
    if (isCut) {
      const message = `a section that begins with ${section.open} and lacks its ${section.close} was ended`;
      this.#report({ kind: "guessed", message, at }, 0);
    }
    if (section === CDATA && this.#open.length > 0) {
      const run = isCut ? text.slice(inside, end).replace(/\]{1,2}\s*$/, "") : text.slice(inside, end);
      this.#addText(readControls(run, (fault) => this.#report(fault, inside)));
    }
    if (section === COMMENT && isCut) this.#addText(text.slice(at, end));
    if (isCut) return this.#moveTo(section === INSTRUCTION ? Math.min(end + 1, text.length) : end);
    return this.#moveTo(end + section.close.length);
  }

  #readDoctype(isFinal: boolean): boolean {
    const { text, at, isLast } = this.#window;
    const end = readDoctype(text, at);
    if (end === undefined) return isFinal && isLast ? this.#keepSign() : false;
    const inside = text.slice(at + "<!DOCTYPE".length, end);
    this.#entities.declare(inside);
    this.#events.doctype?.(inside);
    return this.#moveTo(end + 1);
  }

  #readEndTag(isFinal: boolean): boolean {
    const { text, at } = this.#window;
    END_TAG.lastIndex = at;
    const [written = "", name = ""] = END_TAG.exec(text) ?? [];
    const end = at + written.length;
    if (end === text.length && !isFinal) return false;
    if (name === "") return this.#keepSign();
    const message = "an end tag without its > was closed";
    if (text[end] !== ">") this.#report({ kind: "repaired", message, at }, 0);
    this.#closeElement(name, at);
    return this.#moveTo(text[end] === ">" ? end + 1 : end);
  }

  #closeElement(name: string, at: number): void {
    const innermost = this.#open.at(-1);
    if (innermost?.name === name) {
      this.#pop({ isImplied: false, isByPart: this.#open.length <= this.#containers + 1 });
      return;
    }
    const index = this.#open.findLastIndex((element) => element.name === name);
    if (index !== -1) {
      const isByPart = index <= this.#containers;
      this.#closeAbove(index + 1, isByPart);
      this.#pop({ isImplied: false, isByPart });
    } else if (this.#open.at(-1)?.name.toLowerCase() === name.toLowerCase()) {
      this.#report({ kind: "repaired", message: "an end tag with other capitals than its start tag was used", at }, 0);
      this.#pop({ isImplied: false, isByPart: this.#open.length <= this.#containers + 1 });
    } else this.#report({ kind: "repaired", message: "an end tag without a start tag was left out", at }, 0);
  }

  #closeAbove(depth: number, isByPart: boolean): void {
    while (this.#open.length > depth) {
      const { name, line, column } = this.#open.at(-1) ?? { name: "", line: 1, column: 1 };
      const message = "an element that is not closed was closed where the element around it ends";
      this.#events.repair({ kind: "guessed", message, line, column, found: `<${name}>` });
      this.#pop({ isImplied: true, isByPart });
    }
  }

  #pop(end: XmlEnd): void {
    const element = this.#open.pop();
    if (element?.role === "container") this.#containers -= 1;
    this.#events.close(end);
  }

  #readStartTag(isFinal: boolean): boolean {
    const window = this.#window;
    const { text, at } = window;
    const read = readStartTag(text, at, {
      isLast: isFinal,
      maxAttributes: this.#limits.attributes,
      find: (needle, from) => window.find(needle, from),
      boundaries: boundariesOf(this.#open[this.#containers]?.name),
    });
    if (read === "incomplete") return false;
    if (read === undefined) return isFinal && !window.isLast && text.indexOf(">", at) === -1 ? false : this.#keepSign();
    this.#openElement(read, at);
    return this.#moveTo(read.end);
  }

  #openElement({ name, attributes: written, isEmpty, faults: inTag }: StartTag, at: number): void {
    const faults: FaultAt[] = [...inTag];
    const attributes: Record<string, string> = {};
    for (const { name: key, value, at: index } of written)
      attributes[key] = readReferences(
        value.replace(/\r\n|[\t\n\r]/g, " "),
        (fault) => faults.push({ ...fault, at: index + fault.at }),
        this.#entities.textOf,
      );
    const place = this.#window.placeOf(at);
    const scope = scopeOf(attributes, this.#open.at(-1)?.scope);
    const { prefix, local } = splitName(name);
    const namespace = namespaceOf(prefix, scope);
    const unknown = [name, ...Object.keys(attributes)].find(
      (each) => namespaceOf(splitName(each).prefix, scope) === undefined,
    );
    if (unknown !== undefined)
      faults.push({ kind: "repaired", message: "a prefix that is not declared has its usual meaning", at });
    for (const fault of faults.toSorted((a, b) => a.at - b.at)) {
      if (fault.message.startsWith("more than ")) this.#events.limit(fault.message);
      this.#report(fault, 0);
    }
    const tag: XmlTag = { name, prefix, local, namespace: namespace ?? "", attributes };
    const role = this.#events.roleOf(tag);
    if (role === "entry") this.#closeAbove(this.#containers, true);
    // Nothing is inside of a <br> but what follows one without an end.
    if (isVoid(name)) {
      const outer = this.#open.findLastIndex((element) => isVoid(element.name));
      if (outer > this.#containers) this.#closeAbove(outer, false);
    }
    if (this.#open.length >= this.#limits.depth) {
      this.#events.limit(`more than ${this.#limits.depth} elements in one another`);
      return;
    }
    this.#stopped = this.#events.open(tag, place.line);
    if (this.#stopped !== undefined) return;
    const isContainer = role === "container" && this.#containers === this.#open.length;
    if (isContainer) this.#containers += 1;
    this.#open.push({ name, role: isContainer ? "container" : role, ...place, scope });
    if (isEmpty) this.#pop({ isImplied: false, isByPart: this.#open.length <= this.#containers + 1 });
  }

  /** A `<` that begins nothing is text. */
  #keepSign(): boolean {
    const { at } = this.#window;
    if (this.#open.length > 0) {
      this.#report({ kind: "repaired", message: "a < that begins no tag was kept as text", at }, 0);
      this.#addText("<");
    }
    return this.#moveTo(at + 1);
  }

  #addText(text: string): void {
    if (text !== "") this.#events.text(text.replace(/\r\n?/g, "\n"));
  }

  #report({ kind, message, at }: FaultAt, start: number): void {
    const index = start + at;
    const found = around(this.#window.text, index);
    this.#events.repair({ kind, message, ...this.#window.placeOf(index), found });
  }

  /** Reports the stray bytes that the next token has, before it ends the element around it. */
  #reportStrays(end: number): void {
    const window = this.#window;
    for (let stray = this.#strays[this.#nextStray]; stray !== undefined; stray = this.#strays[this.#nextStray]) {
      const index = window.indexOf(stray.offset);
      if (index >= end) break;
      this.#nextStray += 1;
      const { kind, message } = stray;
      const found = `${stray.found} in "${around(window.text, index)}"`;
      this.#events.repair({ kind, message, ...window.placeOf(index), found });
    }
  }

  #moveTo(index: number): true {
    if (this.#nextStray < this.#strays.length) this.#reportStrays(index);
    this.#window.at = index;
    return true;
  }
}
