import type { Person } from "../../model/article.ts";
import { email as emailSchema, line, webAddress } from "../../model/schema.ts";
import type { XmlElement } from "../../syntax/xml/xml-element.ts";
import { textIn } from "./feed-xml.ts";
import { lineOf, rssText } from "./text/feed-text.ts";
import { decodedReferences } from "./text/undeclared-text.ts";

/** Addresses that programs write where they do not tell a person's own: noreply@blogger.com. */
const NO_REPLY = /^(?:no|do[-_.]?not)[-_.]?reply[^@]*@/i;
/** Discourse puts the name of the account before the name of its owner: `@ada Ada Ferrier`. */
const HANDLE = /^\s*@[\w.-]+\s+(?=\S)/;

/**
 * Makes a person. Returns undefined if there is no usable name; drops invalid URLs and e-mail addresses. No name has
 * HTML references, so they are decoded, whatever the source declares.
 */
export function personOf(said: {
  readonly name?: string | undefined;
  readonly url?: string | undefined;
  readonly email?: string | undefined;
}): Person | undefined {
  const written = emailSchema.safeParse(said.email?.trim()).data;
  const email = written !== undefined && NO_REPLY.test(written) ? undefined : written;
  const called = said.name?.replace(HANDLE, "") ?? email?.replace(/@.*$/s, "") ?? "";
  const name = line.safeParse(decodedReferences(called)).data;
  const url = webAddress.safeParse(said.url).data;
  return name === undefined ? undefined : { name, ...(url && { url }), ...(email && { email }) };
}

/**
 * Reads a person as RSS writes them: `desk@example.org (The Desk)` (RSS 2.0), `The Desk <desk@example.org>`, a name
 * alone or an e-mail address alone.
 */
export function personInRss(text: string | undefined): Person | undefined {
  if (text === undefined) return undefined;
  const written = text.trim();
  const [, email, name] = /^([^\s()][^\s()@]*@[^\s()]+)\s*\((.+)\)$/.exec(written) ?? [];
  if (name !== undefined) return personOf({ name, email });
  const [, before, address] = /^([^<>]*[^\s<>])\s*<(?:mailto:)?([^\s<>@]+@[^\s<>]+)>$/.exec(written) ?? [];
  if (before !== undefined) return personOf({ name: before, email: address });
  return /^\S[^\s@]*@\S+$/.test(written) ? personOf({ email: text }) : personOf({ name: text });
}

/** Reads an element with a person of RSS or Dublin Core. Some programs put elements into it, as Atom does. */
export function personElementInRss(node: XmlElement): Person | undefined {
  const name = textIn(node, "name", "atom:name", "foaf:name", "rdf:value");
  if (name !== undefined)
    return personOf({ name, url: textIn(node, "url", "uri", "atom:uri"), email: textIn(node, "email", "atom:email") });
  return personInRss(lineOf(rssText(node)));
}

/** Removes undefined and repeated people. Names identify people. */
export function distinctPeople(people: readonly (Person | undefined)[]): readonly Person[] {
  return [...new Map(people.flatMap((person) => (person ? [[person.name, person]] : []))).values()];
}
