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

/** The largest number that counts seconds rather than milliseconds: in milliseconds it is in March 1973. */
const MAX_SECONDS = 100_000_000_000;

/** A time as text. A number counts seconds or milliseconds since 1970. */
export function timeIn(value: unknown): string | undefined {
  if (typeof value !== "number") return textIn(value);
  const date = new Date(Math.abs(value) < MAX_SECONDS ? value * 1000 : value);
  return Number.isNaN(date.getTime()) ? String(value) : date.toISOString();
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
