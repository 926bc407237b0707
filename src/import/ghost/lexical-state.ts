import { err, ok, type Result } from "../../syntax/result.ts";
import type { ImportNote } from "../feeds/import-note.ts";
import type { EntryFault } from "../feeds/imported-entry.ts";
import { parsedJson } from "./parsed-json.ts";

/** A document of Ghost's editor that its renderer can read. `isEmpty` if there is nothing to render. */
export type LexicalState = {
  readonly json: string;
  readonly isEmpty: boolean;
  readonly notes: readonly ImportNote[];
};

/** The kinds of nodes that the renderer knows. Cards stand between paragraphs only. */
export type LexicalKinds = { readonly all: ReadonlySet<string>; readonly cards: ReadonlySet<string> };

type Node = Readonly<Record<string, unknown>> & { readonly type: string };

/** Nodes inside one another. */
const MAX_DEPTH = 100;
const INLINE: ReadonlySet<string> = new Set(
  "text extended-text link linebreak tab tk at-link at-link-search zwnj".split(" "),
);
/** Cards that Ghost shows in e-mails and not on the site. */
const IN_MAIL_ONLY: ReadonlySet<string> = new Set(["email", "email-cta"]);

/**
 * Makes a Lexical document renderable: Ghost's renderer reads nothing at all if there is one node that it does not
 * know, or one that other programs left incomplete.
 */
export function readLexical(text: string, kinds: LexicalKinds): Result<LexicalState, EntryFault> {
  const parsed = parsedJson(text);
  if (!parsed.ok) return err({ message: `its Lexical cannot be read: ${parsed.error}` });
  const { value } = parsed;
  const root = isObject(value) && isObject(value.root) ? value.root : undefined;
  if (!root || !Array.isArray(root.children))
    return err({ message: "its Lexical cannot be read: expected an object with root and children" });
  const reader = new StateReader(kinds);
  const children = reader.blocks(root.children);
  if (reader.isTooDeep)
    return err({ message: `its Lexical cannot be read: more than ${MAX_DEPTH} nodes inside one another` });
  const state = { root: { direction: null, format: "", indent: 0, version: 1, ...root, type: "root", children } };
  return ok({ json: JSON.stringify(state), isEmpty: children.length === 0, notes: reader.notes });
}

class StateReader {
  readonly notes: ImportNote[] = [];
  isTooDeep = false;
  readonly #kinds: LexicalKinds;

  constructor(kinds: LexicalKinds) {
    this.#kinds = kinds;
  }

  /** The nodes of the root. Text that stands there by itself gets a paragraph. */
  blocks(values: readonly unknown[]): readonly Node[] {
    const hoisted: Node[] = [];
    return values.flatMap((value) => {
      const nodes = this.#nodes(value, 0, hoisted).map((node) =>
        INLINE.has(node.type) ? { type: "paragraph", version: 1, children: [node] } : node,
      );
      return [...nodes, ...hoisted.splice(0)];
    });
  }

  /** The nodes for a value: itself, or what can be kept of it. A card within text is added to `hoisted`. */
  #nodes(value: unknown, depth: number, hoisted: Node[]): readonly Node[] {
    if (depth > MAX_DEPTH) {
      this.isTooDeep = true;
      return [];
    }
    if (!isNode(value)) return this.#unknown("something that is not a node", []);
    if (IN_MAIL_ONLY.has(value.type)) {
      this.notes.push({ kind: "lost", message: MAIL_CARD, found: String(value.html ?? "").slice(0, 200) });
      return [];
    }
    const isKnown = this.#kinds.all.has(value.type);
    if (isKnown && this.#kinds.cards.has(value.type)) {
      if (depth === 0) return [value];
      hoisted.push(value);
      return [];
    }
    const { children } = value;
    const inner = Array.isArray(children) ? children.flatMap((each) => this.#nodes(each, depth + 1, hoisted)) : [];
    if (!isKnown) return this.#unknown(value.type, [...textsOf(value), ...inner]);
    if (typeof value.text === "string" || children === undefined) return [{ ...DEFAULTS[value.type], ...value }];
    return [{ ...value, children: inner }];
  }

  #unknown(found: string, kept: readonly Node[]): readonly Node[] {
    const message = "a kind of content that Ghost's renderer does not know: only its text was kept";
    this.notes.push({ kind: "lost", message, found });
    return kept;
  }
}

/** The words of the note about a card that only e-mails show. */
export const MAIL_CARD = "a card that Ghost shows in e-mails only was left out";

const EMPTY = { children: [], direction: null, format: "", indent: 0, version: 1 };
const TEXT = { detail: 0, format: 0, mode: "normal", style: "", version: 1 };
/** Members that the renderer expects. */
const DEFAULTS: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  paragraph: EMPTY,
  list: EMPTY,
  listitem: EMPTY,
  quote: EMPTY,
  "extended-quote": EMPTY,
  link: EMPTY,
  text: TEXT,
  "extended-text": TEXT,
};

/** What a node of an unknown kind says. Cards have their text as HTML. */
function textsOf({ text, html }: Node): readonly Node[] {
  if (typeof text === "string") return [{ ...TEXT, type: "extended-text", text }];
  return typeof html === "string" ? [{ type: "html", html }] : [];
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isNode(value: unknown): value is Node {
  return isObject(value) && typeof value.type === "string";
}
