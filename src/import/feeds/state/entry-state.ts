import { childNamed, childrenNamed, textOf, type XmlElement } from "../../../syntax/xml/xml-element.ts";
import { absoluteAddress } from "../feed-head.ts";
import { textIn } from "../feed-xml.ts";
import type { ImportedEntry, ReadEntry } from "../imported-entry.ts";
import { plainText } from "../plain-text.ts";
import { bloggerKind, bloggerStatus } from "./blogger.ts";

type LeftOut = Extract<ReadEntry, { kind: "left out" }>;

/**
 * Why an entry of RSS or Atom is not an article: it is another kind of thing in a backup of Blogger, it answers another
 * entry (RFC 4685), or WordPress asks for a password instead of showing the text. Returns undefined if it is an
 * article or a page.
 */
export function leftOutEntry(entry: XmlElement, site: string | undefined): LeftOut | undefined {
  const kind = isPageEntry(entry) ? undefined : bloggerKind(entry);
  const what = kind ?? (isReply(entry) ? "comment" : undefined) ?? bloggerStatus(entry).leftOut;
  if (what === undefined && !asksForPassword(entry)) return undefined;
  return {
    kind: "left out",
    what: what ?? "post under a password",
    title: plainText(textIn(entry, "atom:title", "title")),
    address: addressOf(entry, site),
  };
}

/** Whether an entry of a backup of Blogger is a page beside the posts. */
export function isPageEntry(entry: XmlElement): boolean {
  return bloggerKind(entry) === "page";
}

/**
 * A draft says so in `app:control` (RFC 5023 section 13.1.1, in both of its namespaces) or in Blogger's status. What
 * LiveJournal shows to some people only must not be published either.
 */
export function statusOf(entry: XmlElement): ImportedEntry["status"] {
  const controls = [entry, ...childrenNamed(entry, "app:control")];
  const isDraft = controls.some((control) => /^(?:yes|true|1)$/i.test(textIn(control, "app:draft") ?? ""));
  return isDraft || isForFriends(entry) ? "draft" : (bloggerStatus(entry).status ?? "published");
}

/** LiveJournal and its relatives name who may read an entry that is not for everyone. */
function isForFriends(entry: XmlElement): boolean {
  const readers = textIn(entry, "lj:security");
  return readers !== undefined && readers.trim().toLowerCase() !== "public";
}

/** RFC 4685 section 3: the element names the entry that is answered. */
function isReply(entry: XmlElement): boolean {
  const reply = childNamed(entry, "thr:in-reply-to");
  return reply !== undefined && (textOf(reply) !== undefined || Object.keys(reply.attributes).length > 0);
}

/** What WordPress in English writes into a feed of summaries in place of the text. Translations are not recognised. */
const NO_EXCERPT = "There is no excerpt because this is a protected post.";

/**
 * WordPress puts its form for the password into the feed, in place of the text. The words around it are translated; the
 * field of the form is not.
 */
function asksForPassword(entry: XmlElement): boolean {
  const texts = ["content:encoded", "description", "atom:content", "atom:summary"]
    .flatMap((name) => childrenNamed(entry, name))
    .flatMap((node) => textOf(node) ?? []);
  return texts.some(isPasswordForm) || (texts.length > 0 && texts.every((text) => text === NO_EXCERPT));
}

/** Whether a text has the form with which WordPress asks for the password of a post. */
export function isPasswordForm(html: string): boolean {
  return /<(?:form|input)\b[^<>]*(?:\bpost-password-form\b|\baction=postpass\b|\bpost_password\b)/i.test(html);
}

function addressOf(entry: XmlElement, site: string | undefined): string | undefined {
  const link = childrenNamed(entry, "atom:link").find(
    ({ attributes: { rel = "alternate", href } }) => rel === "alternate" && href !== undefined,
  );
  const written = link?.attributes.href ?? textIn(entry, "link", "blogger:filename");
  return absoluteAddress(written, link?.base ?? site) ?? written;
}
