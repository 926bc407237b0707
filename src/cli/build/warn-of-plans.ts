import type { CompiledContent } from "../../compile/compile-content.ts";
import { type ContentFault, quoted } from "../../compile/content-fault.ts";
import { nameOfField } from "../../compile/front-matter/field-source.ts";
import { pastTimes } from "../../compile/past-times.ts";
import type { Ledger } from "../../model/ledger.ts";

/**
 * Warns of planned times that have passed before they are recorded. In a recorded article such a time is normal: it
 * came due. Without a ledger, nothing tells a new article from an old one, so nothing is said.
 *
 * @param known the ledger before the changes are recorded
 * @param now milliseconds since the epoch
 */
export function warningsOfPlans(
  { articles, files }: Pick<CompiledContent, "articles" | "files">,
  known: Pick<Ledger, "articles"> | undefined,
  now: number,
): readonly ContentFault[] {
  if (!known) return [];
  return articles.flatMap((article, index) => {
    const record = known.articles[article.id];
    // A record that was made before the ledger held these times does not tell which is new.
    if (record && !record.last) return [];
    const file = files[index] ?? article.slug;
    return pastTimes(
      article,
      record?.last,
      ([name = ""], expected) => {
        const found = name === "unpublishAt" ? article.unpublishAt : article.scheduledFor;
        return { file, field: nameOfField([name]), ...(found && { found: quoted(found) }), expected };
      },
      now,
    );
  });
}
