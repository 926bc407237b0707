import * as z from "zod";
import type { Person } from "../../model/article.ts";
import { absoluteAddress } from "./feed-head.ts";
import { personInRss, personOf } from "./feed-person.ts";
import type { ImportNote } from "./import-note.ts";

// Values of JSON Feed in the shapes that programs write beside those of the standard.

const authorSchema = z.record(z.string(), z.unknown());

/** A text or a number as text. Returns undefined if there is nothing to read, as in an empty text. */
export function textIn(value: unknown): string | undefined {
  const text = typeof value === "number" || typeof value === "bigint" ? String(value) : value;
  return typeof text === "string" && text.trim() !== "" ? text : undefined;
}

/** A list, or one value in place of a list. `null` is none. */
export function valuesIn(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}

/** The tags of an item: a list of texts or of objects with a name, or one text with commas between them. */
export function textsIn(value: unknown): readonly string[] {
  const values = typeof value === "string" ? value.split(",") : valuesIn(value);
  return values.flatMap((each) => {
    const said = authorSchema.safeParse(each).data ?? { name: each };
    return textIn(said.name ?? said.title ?? said.label ?? said.term) ?? [];
  });
}

/**
 * An author: an object, or a name alone. The standard allows one that has only an address; the byline then has the
 * address without its scheme. One that has only a picture cannot be named.
 */
export function personInJson(
  value: unknown,
  base: string | undefined,
  note: (note: ImportNote) => void,
): Person | undefined {
  const said = authorSchema.safeParse(value).data;
  if (!said) return personInRss(textIn(value));
  const url = absoluteAddress(textIn(said.url), base);
  const person = personOf({ name: textIn(said.name), url, email: textIn(said.email) });
  if (person) return person;
  if (url !== undefined) {
    note({ kind: "guessed", message: "an author without a name: the address stands for it", found: url });
    return personOf({ name: url.replace(/^https?:\/\/(?:www\.)?/, "").replace(/\/$/, ""), url });
  }
  if (textIn(said.avatar) !== undefined)
    note({ kind: "lost", message: "an author who has a picture, and no name", found: textIn(said.avatar) });
  return undefined;
}
