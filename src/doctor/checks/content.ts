import type { EntryFacts } from "../facts/feed-facts.ts";
import { type HtmlTag, scanHtml } from "../facts/scan-html.ts";
import type { Check } from "../finding.ts";
import { feedOf } from "../visit.ts";

/** Attributes with addresses. */
const ADDRESSES: readonly string[] = ["href", "src", "poster", "data", "srcset"];
const SCRIPTED = /^\s*(?:javascript|vbscript):/i;
const FRAMES: readonly string[] = ["iframe", "frame", "object", "embed"];
const FORMS: readonly string[] = ["form", "input", "button", "select", "textarea"];

/** Reports the first fault in the content of each entry. */
function inContent(faultOf: (tag: HtmlTag, entry: EntryFacts) => string | undefined): Check["examine"] {
  return (visit) => {
    const feed = feedOf(visit);
    // Only in RSS is a summary HTML. In the other formats it is plain text, where "<script>" is a word.
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
    summary: "Links and images in the content have absolute addresses.",
    why: "Readers resolve relative addresses in different ways. Images are missing and links lead to the wrong page.",
    how: "Write complete addresses (https://…) in href, src, srcset and poster.",
    examine: inContent((tag, { hasBase }) => {
      const relative = hasBase ? undefined : addressesIn(tag).find(isRelative);
      return relative === undefined ? undefined : `<${tag.name}> has the address "${relative.slice(0, 80)}"`;
    }),
  },
  {
    id: "content.no-script",
    level: "warning",
    summary: "The content has no scripts, event handlers or javascript: addresses.",
    why: "All readers remove them. Some remove the whole entry, or the text around them, too.",
    how: "Sanitise the content before it goes into the feed.",
    examine: inContent((tag) => {
      if (tag.name === "script") return "<script>";
      const handler = [...tag.attributes.keys()].find((name) => /^on[a-z]+$/.test(name));
      if (handler !== undefined) return `<${tag.name} ${handler}>`;
      return addressesIn(tag).some((address) => SCRIPTED.test(address))
        ? `<${tag.name}> has a script as its address`
        : undefined;
    }),
  },
  {
    id: "content.no-frames",
    level: "note",
    summary: "The content has no frames or plug-ins.",
    why: "Many readers remove iframe, object and embed, or allow YouTube only. People see a gap.",
    how: "Add a link, or an image with a link, besides them.",
    examine: inContent(({ name }) => (FRAMES.includes(name) ? `<${name}>` : undefined)),
  },
  {
    id: "content.no-forms",
    level: "note",
    summary: "The content has no forms or styles.",
    why: "Readers remove them, and the text of a removed form stays.",
    how: "Use forms and styles on the page only.",
    examine: inContent(({ name }) => (FORMS.includes(name) || name === "style" ? `<${name}>` : undefined)),
  },
];
