import { createHash } from "node:crypto";
import { summarise } from "../../compile/body/summarise.ts";
import { languageTag, line, tagUriSchema, webAddress } from "../../model/schema.ts";
import { type TagAuthority, tagUri } from "../../model/tag-uri.ts";
import { cleanLine } from "../../model/text.ts";
import { instantOf, type Timestamp } from "../../model/timestamp.ts";
import type { ImportedEntry } from "./imported-entry.ts";

/** An entry with all its fields as an article's file has them, but for the slug and what depends on it. */
export type ResolvedEntry = {
  readonly id: string;
  readonly fields: Readonly<Record<string, unknown>>;
};

/**
 * The id of an entry: its own where it is a tag URI, otherwise one made from it, the same at every import. Without one, its address stands for
 * it, or its title and time.
 */
export function idOf(
  { guid, link, title, published }: ImportedEntry,
  { identity, site }: { readonly identity: TagAuthority; readonly site: string | undefined },
): string {
  if (guid !== undefined && tagUriSchema.safeParse(guid).success) return guid;
  const name = guid ?? link ?? `${title}\n${published ?? ""}`;
  // A number or a word is an id on its own site alone.
  const host = URL.canParse(name) || site === undefined ? "" : `${new URL(site).hostname} `;
  const digest = createHash("sha256")
    .update(host + name)
    .digest("hex")
    .slice(0, 20);
  return tagUri(identity, `imported/${digest}`);
}

/** For entries that have no title: their first words, or the day where they only show something. */
export function titleOf({ title, published }: ImportedEntry, text: string, language: string): string {
  const said = cleanLine(title);
  if (said !== "") return said;
  if (text === "") return published?.slice(0, 10) ?? "";
  const LONGEST = 80;
  if (text.length <= LONGEST) return text;
  const words = summarise(text.slice(0, LONGEST * 8), language)
    .slice(0, LONGEST)
    .toWellFormed();
  return `${words.replace(/\s+\S*$/, "")}…`;
}

/** The fields of the front matter in the order in which authors write them. `published` is there already, as every article's must be. */
export function fieldsOf(
  entry: ImportedEntry,
  published: Timestamp,
  { id, title, section }: { readonly id: string; readonly title: string; readonly section: string | undefined },
): Readonly<Record<string, unknown>> {
  const { updated, status } = entry;
  const language = languageTag.safeParse(entry.language).data;
  const people = entry.authors.map((person) => (Object.keys(person).length === 1 ? person.name : person));
  const rights = line.safeParse(entry.rights).data;
  const licence = webAddress.safeParse(entry.licence).data;
  const tags = distinctTags(entry.tags);
  const summary = cleanLine(entry.summary ?? "");
  return {
    id,
    title,
    ...(summary !== "" && { summary }),
    ...(people.length > 0 && { byline: people.length === 1 ? people[0] : people }),
    published,
    ...(updated && status !== "draft" && instantOf(updated) > instantOf(published) && { updated }),
    ...(status === "scheduled" && { scheduledFor: published }),
    ...(language !== undefined && { language }),
    ...(section !== undefined && { section }),
    ...(tags.length > 0 && { tags }),
    ...(rights !== undefined && { rights }),
    ...(licence !== undefined && { licence }),
    ...(status !== "published" && { status }),
  };
}

/** As the compiler tells them apart. */
function distinctTags(tags: readonly string[]): readonly string[] {
  const clean = tags.flatMap((tag) => line.safeParse(tag).data ?? []);
  return [...new Map(clean.toReversed().map((tag) => [tag.normalize("NFC").toLowerCase(), tag])).values()].toReversed();
}
