/** Rules of RSS and Atom that the tables find. */
import type { Check } from "../../finding.ts";
import { fromGrammar } from "./from-grammar.ts";

export const RSS_GRAMMAR_CHECKS: readonly Check[] = [
  {
    id: "rss.channel",
    level: "error",
    summary: "The channel has a title, a link and a description.",
    why: "RSS 2.0 requires all three. Validators and MSN reject the feed, and readers show the address as its name.",
    how: "Add the missing element to <channel>.",
  } as const,
  {
    id: "rss.item",
    level: "error",
    summary: "Each item has a title or a description.",
    why: "RSS 2.0 requires one of them. Otherwise readers show an empty line.",
    how: "Give the item a <title>.",
  } as const,
  {
    id: "rss.permalink",
    level: "error",
    summary: 'A guid that is not an address has isPermaLink="false".',
    why: 'Without isPermaLink="false", readers open the guid as the address of the article, which leads nowhere.',
    how: 'Write <guid isPermaLink="false">.',
  } as const,
  {
    id: "rss.enclosure",
    level: "error",
    summary: "Each enclosure has a url, a length in bytes and a type.",
    why: "RSS 2.0 requires all three. Podcast apps skip an enclosure without a type, and show no size without a length.",
    how: 'Write <enclosure url="https://…" length="48213" type="audio/mpeg"/>.',
  } as const,
  {
    id: "rss.author",
    level: "error",
    summary: "An author, managing editor or webmaster element contains an e-mail address.",
    why: "RSS 2.0 requires an e-mail address there. Validators reject the element, and some readers drop the name.",
    how: "Write the author into <dc:creator>.",
  } as const,
  {
    id: "rss.person",
    level: "note",
    summary: "An author is written as an e-mail address with the name behind it.",
    why: "RSS has no element for the name alone. Readers show the address, or cut the name wrongly.",
    how: "Write ada@example.org (Ada).",
  } as const,
  {
    id: "rss.version",
    level: "error",
    summary: "The version of RSS is one that exists.",
    why: "Readers choose what they look for by the version.",
    how: 'Write <rss version="2.0">.',
  } as const,
].map(fromGrammar);

export const ATOM_CHECKS: readonly Check[] = [
  {
    id: "atom.feed",
    level: "error",
    summary: "The feed has an id, a title and an updated date.",
    why: "RFC 4287 section 4.1.1 requires them. Readers that identify feeds by id cannot store this one, and validators reject it.",
    how: "Add the missing element to <feed>.",
  } as const,
  {
    id: "atom.entry",
    level: "error",
    summary: "Each entry has an id, a title and an updated date.",
    why: "RFC 4287 section 4.1.2 requires them. Without an id, readers show every edit as a new entry. Without an updated date, they see no edit.",
    how: "Add the missing element to the entry.",
  } as const,
  {
    id: "atom.author",
    level: "error",
    summary: "The feed or every entry names an author.",
    why: "RFC 4287 section 4.1.1 requires an author. Validators reject the feed, and readers show the entry without an author.",
    how: "Add <author><name>…</name></author> to <feed>.",
  } as const,
  {
    id: "atom.id",
    level: "error",
    summary: "Ids are absolute URIs.",
    why: "RFC 4287 section 4.2.6 requires a URI. Readers that merge feeds confuse entries with plain numbers as ids.",
    how: "Use a tag: URI (RFC 4151) or a urn:uuid:, and never change it.",
  } as const,
  {
    id: "atom.entry-content",
    level: "error",
    summary: "Each entry has content or a link to it.",
    why: "RFC 4287 section 4.1.2 requires one of them. Otherwise readers have nothing to show and nothing to open.",
    how: 'Add <link rel="alternate" href="…"/> or <content>.',
  } as const,
  {
    id: "atom.summary",
    level: "error",
    summary: "An entry whose content is elsewhere or in Base64 has a summary.",
    why: "RFC 4287 section 4.1.2 requires it. Readers that cannot show the content have no text at all.",
    how: "Add a <summary>.",
  } as const,
  {
    id: "atom.type",
    level: "error",
    summary: "Every text has the type text, html or xhtml.",
    why: "If a reader does not know the type, it shows the markup as text or drops it.",
    how: 'Set type="html" and escape the markup.',
  } as const,
  {
    id: "atom.xhtml-div",
    level: "error",
    summary: "XHTML text stands in one <div> of the XHTML namespace.",
    why: "RFC 4287 section 3.1.1.3 requires it. Readers that take the inside of the <div> show nothing.",
    how: 'Write <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">…</div></content>.',
  } as const,
  {
    id: "atom.escaped",
    level: "error",
    summary: "Text that says that it is escaped contains no elements.",
    why: "The attribute is of Atom 0.3. Readers that still follow it show an empty text.",
    how: 'Write type="html" and escape the markup, or type="xhtml" and a <div>.',
  } as const,
  {
    id: "atom.links",
    level: "error",
    summary: "No two alternate links have the same type and language.",
    why: "RFC 4287 sections 4.1.1 and 4.1.2 forbid it. Some readers open the first, some the last.",
    how: "Keep one, or give the other another rel (related) or its hreflang.",
  } as const,
  {
    id: "atom.undeclared-html",
    level: "warning",
    summary: "Content with markup has the type html.",
    why: "Without a type, content is plain text (RFC 4287 section 3.1.1), so readers that follow the standard show the tags.",
    how: 'Set the type: <content type="html">.',
  } as const,
].map(fromGrammar);
