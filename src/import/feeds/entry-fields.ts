import { summarise } from "../../compile/body/emit/summarise.ts";
import { line, webAddress } from "../../model/schema.ts";
import { cleanLine } from "../../model/text.ts";
import { instantOf, type Timestamp } from "../../model/timestamp.ts";
import type { ImportedEntry } from "./imported-entry.ts";
import { importedLanguage } from "./imported-language.ts";

/** The maximum length of a title that is derived from the text, in characters. */
const MAX_DERIVED_TITLE = 80;

/** The title of an entry. Without one: its first words, or the day if it has no text. */
export function titleOf({ title, published }: ImportedEntry, text: string, language: string): string {
  const said = cleanLine(title);
  if (said !== "") return said;
  if (text === "") return published?.slice(0, 10) ?? "";
  if (text.length <= MAX_DERIVED_TITLE) return text;
  const words = summarise(text.slice(0, MAX_DERIVED_TITLE * 8), language)
    .slice(0, MAX_DERIVED_TITLE)
    .toWellFormed();
  return `${words.replace(/\s+\S*$/, "")}…`;
}

/** The fields of the front matter after the id, in the order in which authors write them. */
export function fieldsOf(
  entry: ImportedEntry,
  published: Timestamp,
  { title, section }: { readonly title: string; readonly section: string | undefined },
): Readonly<Record<string, unknown>> {
  const { updated, status } = entry;
  const { language } = importedLanguage(entry.language);
  const people = entry.authors.map((person) => (Object.keys(person).length === 1 ? person.name : person));
  const rights = line.safeParse(entry.rights).data;
  const licence = webAddress.safeParse(entry.licence).data;
  const tags = distinctTags(entry.tags);
  const summary = cleanLine(entry.summary ?? "");
  return {
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

/** Removes tags that the compiler treats as equal. */
function distinctTags(tags: readonly string[]): readonly string[] {
  const clean = tags.flatMap((tag) => line.safeParse(tag).data ?? []);
  return [...new Map(clean.toReversed().map((tag) => [tag.normalize("NFC").toLowerCase(), tag])).values()].toReversed();
}
