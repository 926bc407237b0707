import type { Person } from "../../model/article.ts";
import { email as emailSchema, line, webAddress } from "../../model/schema.ts";

/** Makes a person. Returns undefined if there is no usable name; drops invalid URLs and e-mail addresses. */
export function personOf(said: {
  readonly name?: string | undefined;
  readonly url?: string | undefined;
  readonly email?: string | undefined;
}): Person | undefined {
  const email = emailSchema.safeParse(said.email?.trim()).data;
  const name = line.safeParse(said.name ?? email?.replace(/@.*$/s, "")).data;
  const url = webAddress.safeParse(said.url).data;
  return name === undefined ? undefined : { name, ...(url && { url }), ...(email && { email }) };
}

/**
 * Reads a person as RSS writes them: `desk@example.org (The Desk)` (RSS 2.0), a name alone or an e-mail address alone.
 */
export function personInRss(text: string | undefined): Person | undefined {
  if (text === undefined) return undefined;
  const [, email, name] = /^([^\s()][^\s()@]*@[^\s()]+)\s*\((.+)\)$/.exec(text.trim()) ?? [];
  if (name !== undefined) return personOf({ name, email });
  return /^\S[^\s@]*@\S+$/.test(text.trim()) ? personOf({ email: text }) : personOf({ name: text });
}

/** Removes undefined and repeated people. Names identify people. */
export function distinctPeople(people: readonly (Person | undefined)[]): readonly Person[] {
  return [...new Map(people.flatMap((person) => (person ? [[person.name, person]] : []))).values()];
}
