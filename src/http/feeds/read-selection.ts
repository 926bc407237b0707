import { nameSlug, type Scope } from "../../model/scope.ts";
import { MAX_SEARCH_LENGTH, wordsOf } from "../../model/search-tokens.ts";
import { allOf, type Selection } from "../../model/selection.ts";
import { err, ok, type Result } from "../../syntax/result.ts";

const MAX_ENTRIES = 200;
const MAX_TAGS = 5;

/** The query parameters that select from a scope. */
export const SELECTION_PARAMETERS: ReadonlySet<string> = new Set(["tag", "q", "limit", "content"]);

/** A query parameter with a wrong value. The message is for the author of the address and says what is expected. */
export type SelectionFault = { readonly parameter: string; readonly message: string };

/**
 * Reads a query as a selection from the scope, in its normal form. Other parameters are ignored, since trackers add
 * some to addresses.
 */
export function readSelection(scope: Scope, query: URLSearchParams): Result<Selection, SelectionFault> {
  const tags = [...new Set(query.getAll("tag").map(nameSlug))].sort();
  if (tags.includes("")) return fault("tag", "expected the name of a tag, such as tag=ferries");
  if (tags.length > MAX_TAGS) return fault("tag", `expected at most ${MAX_TAGS} tags, found ${tags.length}`);
  const words = wordsOf(query.get("q") ?? "");
  if (query.has("q") && words === "") return fault("q", "expected a word to look for");
  if (words.length > MAX_SEARCH_LENGTH) return fault("q", `expected at most ${MAX_SEARCH_LENGTH} characters`);
  const limit = query.get("limit");
  if (limit !== null && !(/^[1-9]\d*$/.test(limit) && Number(limit) <= MAX_ENTRIES))
    return fault("limit", `expected a whole number from 1 to ${MAX_ENTRIES}`);
  const content = query.get("content") ?? "full";
  if (content !== "full" && content !== "summary") return fault("content", "expected full or summary");
  const repeated = ["q", "limit", "content"].find((name) => query.getAll(name).length > 1);
  if (repeated !== undefined) return fault(repeated, "expected it once");
  const otherTags = scope.kind === "tag" ? tags.filter((tag) => tag !== scope.slug) : tags;
  return ok({
    ...allOf(scope),
    tags: otherTags,
    content,
    ...(words !== "" && { words }),
    ...(limit !== null && { limit: Number(limit) }),
  });
}

function fault(parameter: string, message: string): Result<never, SelectionFault> {
  return err({ parameter, message });
}
