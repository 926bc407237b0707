import { nameSlug, type Scope } from "../model/scope.ts";
import { searchTokens } from "../model/search-tokens.ts";
import { allOf, type Selection } from "../model/selection.ts";
import { foldText } from "../model/text.ts";

/** The most that may be asked for: a longer feed would be no feed, and more words are no search. */
const MAX_ENTRIES = 200;
const MAX_TAGS = 5;
const MAX_SEARCH = 100;

/** The parameters of a query that say what of a scope is shown. */
export const SELECTION_PARAMETERS: ReadonlySet<string> = new Set(["tag", "q", "limit", "content"]);

export type ReadSelection = { readonly selection: Selection } | { readonly fault: string };

/**
 * The selection that a query asks for within a scope, in its normal form; or what is wrong with it, in words for whoever wrote it. Parameters
 * that are not ours are nobody's business: trackers add them.
 */
export function readSelection(scope: Scope, query: URLSearchParams): ReadSelection {
  const tags = [...new Set(query.getAll("tag").map(nameSlug))].sort();
  if (tags.includes("")) return { fault: "tag: expected the name of a tag, such as tag=ferries" };
  if (tags.length > MAX_TAGS) return { fault: `tag: expected at most ${MAX_TAGS} tags, found ${tags.length}` };
  const words = wordsIn(query.get("q") ?? "");
  if (query.has("q") && words === "") return { fault: "q: expected a word to look for" };
  if (words.length > MAX_SEARCH) return { fault: `q: expected at most ${MAX_SEARCH} characters` };
  const limit = query.get("limit");
  if (limit !== null && !(/^[1-9]\d*$/.test(limit) && Number(limit) <= MAX_ENTRIES))
    return { fault: `limit: expected a whole number from 1 to ${MAX_ENTRIES}` };
  const content = query.get("content") ?? "full";
  if (content !== "full" && content !== "summary") return { fault: "content: expected full or summary" };
  const single = ["q", "limit", "content"].find((name) => query.getAll(name).length > 1);
  if (single !== undefined) return { fault: `${single}: expected it once` };
  const isAlone = scope.kind === "tag" ? tags.filter((tag) => tag !== scope.slug) : tags;
  return {
    selection: {
      ...allOf(scope),
      tags: isAlone,
      content,
      ...(words !== "" && { words }),
      ...(limit !== null && { limit: Number(limit) }),
    },
  };
}

/** What has no letter and no digit is nothing to look for. */
function wordsIn(text: string): string {
  return foldText(text)
    .split(/\s+/)
    .filter((word) => searchTokens(word).length > 0)
    .join(" ");
}
