import { readReferences } from "./read-references.ts";

const MAX_ENTITIES = 500;
/** Characters of one entity's text. Longer ones are not expanded. */
const MAX_VALUE = 200;
/** Characters of all texts that stand for entities in one document. */
const MAX_EXPANDED = 1_000_000;
/** Characters of a document type that are read. */
const MAX_DOCTYPE = 200_000;

const DECLARATION = /<!ENTITY\s+([A-Za-z_][\w.-]{0,31})\s+(?:"([^"]{0,1000})"|'([^']{0,1000})')\s*>/g;
/** A reference to another entity, a parameter entity, or markup. */
const NOT_PLAIN = /&(?!(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[\da-f]{1,6});)|%|</i;

/**
 * The entities that a document declares with plain text (XML 1.0 section 4.2). Entities in other files, entities with
 * markup, and entities that name others are not expanded: they make programs read files and fill the memory. For the
 * same reason, all texts together have a limit.
 */
export class DeclaredEntities {
  readonly #values = new Map<string, string>();
  #left = MAX_EXPANDED;

  /** Reads the inside of a document type. The first declaration of a name counts. */
  declare(doctype: string): void {
    const inside = withoutComments(doctype.slice(0, MAX_DOCTYPE));
    for (const [, name = "", double, single = ""] of inside.matchAll(DECLARATION)) {
      if (this.#values.size >= MAX_ENTITIES) return;
      const written = double ?? single;
      if (this.#values.has(name) || written.length > MAX_VALUE || NOT_PLAIN.test(written)) continue;
      this.#values.set(
        name,
        readReferences(written, () => {}),
      );
    }
  }

  /** The text of an entity. Returns undefined if it is not declared, or if the limit is reached. */
  readonly textOf = (name: string): string | undefined => {
    const value = this.#values.get(name);
    if (value === undefined || value.length > this.#left) return undefined;
    this.#left -= value.length;
    return value;
  };
}

/** One pass: a pattern over comments without an end would take the square of the length. */
function withoutComments(text: string): string {
  let kept = "";
  let at = 0;
  for (let open = text.indexOf("<!--"); open !== -1; open = text.indexOf("<!--", at)) {
    const close = text.indexOf("-->", open + 4);
    kept += text.slice(at, open);
    if (close === -1) return kept;
    at = close + 3;
  }
  return kept + text.slice(at);
}
