import type { Person } from "../../../model/article.ts";
import { percentDecodeOrKeep } from "../../../syntax/percent.ts";
import { childrenNamed, textOf, type XmlElement } from "../../../syntax/xml/xml-element.ts";
import { distinctPeople, personOf } from "../../feeds/feed-person.ts";
import { plainText } from "../../feeds/plain-text.ts";
import type { WordPressFacts } from "./wordpress-facts.ts";

/** The taxonomies of Co-Authors Plus, PublishPress Authors and Bylines. */
const TAXONOMIES = /^(?:author|ppma_author|byline)$/;

/** The slug of an author's term without the prefix of Co-Authors Plus. */
export function authorSlug(slug: string): string {
  return percentDecodeOrKeep(slug).replace(/^cap-/, "");
}

/** A login may contain signs that a slug does not: `Ada.Ferrier` is `ada-ferrier`. */
export function slugOfLogin(login: string): string {
  return login.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "-");
}

/**
 * The authors of a post, in the order of the export. If a plugin for several authors has given it terms, they are its
 * authors: the login that WordPress keeps beside them may be that of an editor. Otherwise all creators are its authors.
 */
export function authorsOf(item: XmlElement, facts: WordPressFacts): readonly Person[] {
  const terms = childrenNamed(item, "category")
    .filter(({ attributes }) => TAXONOMIES.test(attributes.domain ?? ""))
    .map((node) => personOfTerm(authorSlug(node.attributes.nicename ?? ""), plainText(textOf(node)) ?? "", facts));
  const named = distinctPeople(terms);
  if (named.length > 0) return named;
  return distinctPeople(
    childrenNamed(item, "dc:creator").map((node) => {
      const login = textOf(node);
      return personOf({ name: login === undefined ? undefined : (facts.authors.get(login) ?? plainText(login)) });
    }),
  );
}

function personOfTerm(slug: string, written: string, facts: WordPressFacts): Person | undefined {
  const guest = facts.guests.get(slug) ?? facts.guests.get(written);
  if (guest) return guest;
  const term = facts.authorTerms.get(slug);
  // The name of a term is the login of a user, or the name of a guest.
  const login =
    [written, term?.name ?? "", slug].find((each) => facts.authors.has(each)) ??
    facts.loginsBySlug.get(slugOfLogin(slug));
  const known = login === undefined ? undefined : facts.authors.get(login);
  const said = [written, term?.name ?? ""].find((each) => each !== "") ?? slug;
  const described = term && nameInDescription(term.description, [written, term.name, slug]);
  return personOf({ name: known ?? described ?? said });
}

/**
 * The display name in the description that Co-Authors Plus gives to a term for its search: display name, first name,
 * last name, login, number and e-mail address, with spaces between. Returns undefined if the login is not in it.
 */
function nameInDescription(description: string, logins: readonly string[]): string | undefined {
  const words = description.split(/\s+/);
  for (const login of logins.map((each) => each.toLowerCase())) {
    const end = words.findIndex((word, index) => word.toLowerCase() === login && /^\d+$/.test(words[index + 1] ?? ""));
    if (end <= 0) continue;
    // First and last name repeat the display name if it is made of them.
    const names = words.slice(0, end);
    return names.slice(0, names.indexOf(names.at(-1) ?? "") + 1).join(" ");
  }
  return undefined;
}
