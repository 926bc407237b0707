import { stringify } from "yaml";
import type { Article } from "../../model/article.ts";
import type { ParsedSubmission } from "./parse-submission.ts";
import type { Submission } from "./submission.ts";

/** Members of the JSON form that are not fields of front matter. */
const NO_FIELDS = new Set(["body", "markdown", "minor", "url", "related", "id", "slug", "published"]);

/**
 * The content file that says what an article says that was sent as JSON with Markdown. It has the fields that were
 * sent, which have the words of front matter, and the id and the time of publication, without which a file does not
 * stand alone. Undefined for every other submission.
 *
 * @param article what the submission was compiled to
 */
export function markdownSource({ article: parsed, textMember }: ParsedSubmission, { id, published }: Article) {
  const { source, body } = parsed.read;
  if (textMember !== "markdown" || !source) return undefined;
  const sent = Object.entries(source.value).filter(([name]) => !NO_FIELDS.has(name));
  // No folded lines and no aliases, as in an export.
  const yaml = stringify(
    { id, ...Object.fromEntries(sent), published },
    { lineWidth: 0, blockQuote: false, aliasDuplicateObjects: false },
  );
  const mediaType: Submission["mediaType"] = "text/markdown";
  return { mediaType, text: `---\n${yaml}---\n\n${body.text.trim()}\n` } as const;
}
