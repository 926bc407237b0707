/** Rules of single modules. */
import type { Check } from "../../finding.ts";
import { fromGrammar } from "./from-grammar.ts";

export const EXTENSION_CHECKS: readonly Check[] = [
  {
    id: "history.complete",
    level: "error",
    summary: "A complete feed (RFC 5005 section 2) has no further pages, and neither has the last page (section 3).",
    why: "Readers delete entries that are no longer in a complete feed. One that has pages loses all entries of the others. Behind the last page, readers go in circles.",
    how: "Remove <fh:complete/>, or the links to pages and archives.",
  } as const,
  {
    id: "history.archive",
    level: "warning",
    summary: "An archive (RFC 5005 section 4) links to the current feed.",
    why: "A person who subscribes to the archive never gets a new entry.",
    how: 'Add <link rel="current" href="…"/>.',
  } as const,
  {
    id: "history.entry",
    level: "warning",
    summary: "Links to pages and archives belong to the feed and not to an entry.",
    why: "Readers look for them in the feed only.",
    how: "Move the link to <feed>.",
  } as const,
  {
    id: "atom.relation",
    level: "warning",
    summary: "The relation of a link is registered with IANA, or an IRI.",
    why: "No reader knows what the link is for.",
    how: "Use related, via, enclosure, replies or another registered relation.",
  } as const,
  {
    id: "itunes.category",
    level: "error",
    summary: "Podcast categories are of Apple's list.",
    why: "Apple and most directories reject a podcast with a category that they do not know, or list it under none.",
    how: "Use a category of Apple's list, with its subcategory inside of it.",
  } as const,
  {
    id: "itunes.complete",
    level: "warning",
    summary: "A podcast has a language, a category, an image, and says whether it is explicit (PSP-1).",
    why: "Apple Podcasts and the directories that follow it do not accept a podcast without them.",
    how: "Add <language>, <itunes:category>, <itunes:image> and <itunes:explicit> to the channel.",
  } as const,
  {
    id: "content.xhtml",
    level: "warning",
    summary: "XHTML content contains elements of HTML only.",
    why: "Readers remove elements that they do not know, often with the text in them.",
    how: "Correct the name (XHTML has lower case only), or remove the element.",
  } as const,
].map(fromGrammar);
