import type { Element, ElementContent } from "hast";
import { elementsIn, hasClass } from "../../../compile/body/elements.ts";
import type { ImportNote } from "../../feeds/import-note.ts";
import { wordsOf } from "../../feeds/plain-text.ts";

/** Elements that only a script or a style sheet makes useful. */
const CONTROLS: ReadonlySet<string> = new Set(
  "button canvas input meter noscript progress script select style svg template textarea".split(" "),
);
/** What a player shows while it plays: `0:00`, `/12.4`, `1×`. */
const PLAYER_PART = /^kg-(?:audio|video)-(?:current-time|duration|hide|overlay|playback-rate|time)$/;
/** Elements that stay although they have no text. */
const SHOWN: ReadonlySet<string> = new Set("audio br embed hr iframe img td th video wbr".split(" "));
const BLOCK = /^(?:blockquote|details|div|dl|figure|h[1-6]|hr|ol|p|pre|section|table|ul)$/;

export type TellNote = (note: ImportNote) => void;

/** Makes an element. A text among the children becomes a text node. */
export function element(
  tagName: string,
  properties: Element["properties"],
  ...children: readonly (ElementContent | string)[]
): Element {
  return {
    type: "element",
    tagName,
    properties,
    children: children.map((child) => (typeof child === "string" ? { type: "text", value: child } : child)),
  };
}

/** The text of nodes as a reader sees it, on one line. */
export function wordsIn(children: readonly ElementContent[]): string {
  return wordsOf({ type: "root", children: [...children] });
}

/** The address in an attribute. Returns undefined if it is absent or empty. */
export function addressIn({ properties }: Element, name: string): string | undefined {
  const value = properties[name];
  return typeof value === "string" && value.trim() !== "" ? value.trim() : undefined;
}

/**
 * The parts of a card. Each part is taken once. `rest` is what was not taken, so that no text of a card is lost when
 * Ghost adds a part that we do not know.
 */
export class CardParts {
  readonly card: Element;
  readonly #elements: readonly Element[];
  readonly #taken = new Set<Element>();

  constructor(card: Element) {
    this.card = card;
    this.#elements = elementsIn(card);
  }

  /** Takes the first element that has one of the classes. */
  take(...classes: readonly string[]): Element | undefined {
    return this.takeIf((each) => classes.some((name) => hasClass(each, name)));
  }

  /** Takes the first element that passes the test. */
  takeIf(test: (each: Element) => boolean): Element | undefined {
    const found = this.#elements.find((each) => !this.#taken.has(each) && test(each));
    if (found) this.#taken.add(found);
    return found;
  }

  /** Takes all elements that pass the test. */
  takeAll(test: (each: Element) => boolean): readonly Element[] {
    const found = this.#elements.filter((each) => !this.#taken.has(each) && test(each));
    for (const each of found) this.#taken.add(each);
    return found;
  }

  takeAllNamed(name: string): readonly Element[] {
    return this.takeAll(({ tagName }) => tagName === name);
  }

  /** The words of the first element that has the class. Takes it. */
  takeWords(name: string): string | undefined {
    const found = this.take(name);
    return (found && wordsIn(found.children)) || undefined;
  }

  /** The caption of a card in a figure, as a list of one or none. */
  takeCaption(): readonly Element[] {
    const caption = this.takeIf(({ tagName }) => tagName === "figcaption");
    return caption && wordsIn(caption.children) !== "" ? [caption] : [];
  }

  /** The visible rest of the card. Adds one note if controls were left out. */
  rest(note: TellNote): readonly ElementContent[] {
    const left = { controls: false };
    const rest = this.#without(this.card.children, left);
    if (left.controls) note({ kind: "harmless", message: "controls that need a script of the old site were left out" });
    return rest;
  }

  #without(nodes: readonly ElementContent[], left: { controls: boolean }): readonly ElementContent[] {
    const kept = nodes.flatMap((node): readonly ElementContent[] => {
      if (node.type !== "element") return node.type === "text" ? [node] : [];
      if (this.#taken.has(node)) return [];
      if (isControl(node)) {
        left.controls = true;
        return [];
      }
      if (SHOWN.has(node.tagName) || (node.tagName === "picture" && !this.#isTaken(node))) return [node];
      const children = this.#without(node.children, left);
      if (children.length === 0) return [];
      if (!/^(?:div|span)$/.test(node.tagName) || !hasGhostClass(node)) return [{ ...node, children: [...children] }];
      return node.tagName === "span" || hasBlock(children) ? children : [element("p", {}, ...children)];
    });
    const isBlank = (node: ElementContent) => node.type === "text" && node.value.trim() === "";
    return kept.every(isBlank) ? [] : hasBlock(kept) ? kept.filter((node) => !isBlank(node)) : kept;
  }

  #isTaken(node: Element): boolean {
    return elementsIn(node).some((each) => this.#taken.has(each));
  }
}

/** Whether there is an element among the nodes that cannot be in a paragraph. */
export function hasBlock(nodes: readonly ElementContent[]): boolean {
  return nodes.some((node) => node.type === "element" && BLOCK.test(node.tagName));
}

/** The classes that Ghost's cards and their parts have. */
export function ghostClassesOf({ properties: { className } }: Element): readonly string[] {
  return Array.isArray(className) ? className.map(String).filter((name) => name.startsWith("kg-")) : [];
}

function hasGhostClass(node: Element): boolean {
  return ghostClassesOf(node).length > 0;
}

function isControl(node: Element): boolean {
  return CONTROLS.has(node.tagName) || ghostClassesOf(node).some((name) => PLAYER_PART.test(name));
}
