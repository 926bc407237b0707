import type { Person } from "../../model/article.ts";
import { email as emailSchema, line, webAddress } from "../../model/schema.ts";

/** A person as far as what is said of them can be kept: an address or e-mail that is none is left out, and nobody is nobody. */
export function personOf(said: {
  readonly name?: string | undefined;
  readonly url?: string | undefined;
  readonly email?: string | undefined;
}): Person | undefined {
  const email = emailSchema.safeParse(said.email?.trim()).data;
  const name = line.safeParse(said.name ?? email?.replace(/@.*$/, "")).data;
  const url = webAddress.safeParse(said.url).data;
  return name === undefined ? undefined : { name, ...(url && { url }), ...(email && { email }) };
}

/** RSS 2.0 has `desk@example.org (The Desk)`; many write a name alone. */
export function personInRss(text: string | undefined): Person | undefined {
  if (text === undefined) return undefined;
  const [, email, name] = /^\s*([^\s()]+@[^\s()]+)\s*\((.+)\)\s*$/.exec(text) ?? [];
  if (name !== undefined) return personOf({ name, email });
  return /^\S+@\S+$/.test(text.trim()) ? personOf({ email: text }) : personOf({ name: text });
}

/** Everyone once. */
export function distinctPeople(people: readonly (Person | undefined)[]): readonly Person[] {
  return [...new Map(people.flatMap((person) => (person ? [[person.name, person]] : []))).values()];
}
