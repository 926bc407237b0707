import { childrenNamed, textOf, type XmlElement } from "../../../syntax/xml/xml-element.ts";
import { textIn } from "../feed-xml.ts";
import type { ImportedEntry } from "../imported-entry.ts";

/**
 * The backups of Blogger are Atom with everything of a blog as entries. Up to 2023 a category names the kind of each,
 * and since then, in Google Takeout, elements of Blogger's own.
 */
const KIND_SCHEME = /^https?:\/\/schemas\.google\.com\/g\/2005#kind$/;
const KIND_TERM = /^https?:\/\/schemas\.google\.com\/blogger\/\d+\/kind#(\w+)$/;

/** The states of posts. What is in the bin is left out. */
const STATUSES: Readonly<Record<string, ImportedEntry["status"]>> = {
  LIVE: "published",
  PUBLISHED: "published",
  DRAFT: "draft",
  SCHEDULED: "scheduled",
};

/** The kind of an entry that is no post, in the words of the report: `page`, `comment`, `template`, `setting`. */
export function bloggerKind(entry: XmlElement): string | undefined {
  const terms = childrenNamed(entry, "category").concat(childrenNamed(entry, "atom:category"));
  const kinds = terms
    .filter(isKindCategory)
    .flatMap((node) => KIND_TERM.exec(termOf(node))?.[1] ?? [])
    .concat(textIn(entry, "blogger:type") ?? []);
  const [other] = kinds.map((kind) => kind.toLowerCase()).filter((kind) => kind !== "post");
  return other === "settings" ? "setting" : other;
}

/** Whether a category names the kind of the entry rather than its subject. */
export function isKindCategory(node: XmlElement): boolean {
  const { scheme, domain = "" } = node.attributes;
  return KIND_SCHEME.test(scheme ?? domain) || KIND_TERM.test(termOf(node));
}

/** Atom has the term in an attribute, RSS in the text. */
function termOf(node: XmlElement): string {
  return node.attributes.term ?? textOf(node) ?? "";
}

/** The state of a post in Takeout, or the words of the report if a post in that state is left out. */
export function bloggerStatus(entry: XmlElement): {
  readonly status?: ImportedEntry["status"] | undefined;
  readonly leftOut?: string | undefined;
} {
  if (textIn(entry, "blogger:trashed") !== undefined) return { leftOut: "post that is trash" };
  const written = textIn(entry, "blogger:status");
  if (written === undefined) return {};
  const status = STATUSES[written.toUpperCase()];
  if (status !== undefined) return { status };
  const words = written.toLowerCase().replaceAll("_", " ");
  return { leftOut: `post that is ${/\btrash/.test(words) ? "trash" : words}` };
}

/** The path of a post in Takeout, which has no links: `/2019/03/out.html`. */
export function bloggerPath(entry: XmlElement): string | undefined {
  const path = textIn(entry, "blogger:filename");
  return path?.startsWith("/") ? path : undefined;
}
