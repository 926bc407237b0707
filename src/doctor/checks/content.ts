import type { EntryFacts } from "../facts/feed-facts.ts";
import { type HtmlTag, scanHtml } from "../facts/scan-html.ts";
import type { Check } from "../finding.ts";
import { feedOf } from "../visit.ts";

/** Attributes that are addresses, and so have to be absolute in a document that is read elsewhere. */
const ADDRESSES: readonly string[] = ["href", "src", "poster", "data", "srcset"];
const SCRIPTED = /^\s*(?:javascript|vbscript):/i;
const FRAMES: readonly string[] = ["iframe", "frame", "object", "embed"];
const FORMS: readonly string[] = ["form", "input", "button", "select", "textarea"];

/** The faults of the content of all entries, each kind once an entry. */
function inContent(faultOf: (tag: HtmlTag, entry: EntryFacts) => string | undefined): Check["examine"] {
  return (visit) => {
    const feed = feedOf(visit);
    // Elsewhere a summary is plain text, in which "<script>" is a word.
    const htmlOf = ({ html = "", summary = "" }: EntryFacts) => (feed?.form === "rss" ? `${html} ${summary}` : html);
    const entries = feed?.entries.filter((entry) => htmlOf(entry).trim() !== "") ?? [];
    if (entries.length === 0) return undefined;
    return entries.flatMap((entry) => {
      const [fault] = scanHtml(htmlOf(entry)).flatMap((tag) => faultOf(tag, entry) ?? []);
      return fault === undefined ? [] : [`“${entry.name.slice(0, 60)}”: ${fault}`];
    });
  };
}

function addressesIn({ attributes }: HtmlTag): readonly string[] {
  return ADDRESSES.flatMap((name) => {
    const value = attributes.get(name)?.trim();
    if (value === undefined) return [];
    return name === "srcset" ? value.split(/,\s+/).map((each) => each.trim().split(/\s/)[0] ?? "") : [value];
  });
}

function isRelative(address: string): boolean {
  return address !== "" && !address.startsWith("#") && !/^[a-z][a-z0-9+.-]*:/i.test(address);
}

export const CONTENT_CHECKS: readonly Check[] = [
  {
    id: "content.absolute",
    level: "warning",
    summary: "Links and pictures in the content have absolute addresses.",
    why: "Readers resolve relative ones against the feed, the entry, or themselves: pictures are missing and links lead astray.",
    how: "Write https://… in full in href, src, srcset and poster.",
    examine: inContent((tag, { hasBase }) => {
      const relative = hasBase ? undefined : addressesIn(tag).find(isRelative);
      return relative === undefined ? undefined : `<${tag.name}> has the address "${relative.slice(0, 80)}"`;
    }),
  },
  {
    id: "content.no-script",
    level: "warning",
    summary: "The content has no scripts, event handlers or javascript: addresses.",
    why: "All readers drop them, and some drop the entry or what stood around it with them.",
    how: "Sanitise the content before it goes into the feed.",
    examine: inContent((tag) => {
      if (tag.name === "script") return "<script>";
      const handler = [...tag.attributes.keys()].find((name) => /^on[a-z]+$/.test(name));
      if (handler !== undefined) return `<${tag.name} ${handler}>`;
      return addressesIn(tag).some((address) => SCRIPTED.test(address))
        ? `<${tag.name}> with a script for an address`
        : undefined;
    }),
  },
  {
    id: "content.no-frames",
    level: "note",
    summary: "The content does without frames and plug-ins.",
    why: "Many readers drop iframe, object and embed, others only know YouTube's: the reader sees a gap.",
    how: "Put a link or a picture with a link beside them.",
    examine: inContent(({ name }) => (FRAMES.includes(name) ? `<${name}>` : undefined)),
  },
  {
    id: "content.no-forms",
    level: "note",
    summary: "The content has no forms or styles.",
    why: "Readers drop them, and the text of a dropped form stays behind.",
    how: "Leave them to the page.",
    examine: inContent(({ name }) => (FORMS.includes(name) || name === "style" ? `<${name}>` : undefined)),
  },
];
