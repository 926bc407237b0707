import { type ContentFault, quoted } from "../../compile/content-fault.ts";
import { nameOfField } from "../../compile/front-matter/field-source.ts";
import { pastTimes } from "../../compile/past-times.ts";
import type { Ledger } from "../../model/ledger.ts";
import type { CompiledFile } from "./compiled/compiled-folder.ts";

/**
 * Warns of planned times that have passed before they are recorded. In a recorded article such a time is normal: it
 * came due. Without a ledger, nothing tells a new article from an old one, so nothing is said.
 *
 * @param known the ledger before the changes are recorded
 * @param now milliseconds since the epoch
 */
export function warningsOfPlans(
  articles: readonly Pick<CompiledFile, "file" | "facts">[],
  known: Pick<Ledger, "articles"> | undefined,
  now: number,
): readonly ContentFault[] {
  if (!known) return [];
  return articles.flatMap(({ file, facts }) => {
    const record = known.articles[facts.id];
    // A record that was made before the ledger held these times does not tell which is new.
    if (record && !record.last) return [];
    return pastTimes(
      facts,
      record?.last,
      ([name = ""], expected) => {
        const found = name === "unpublishAt" ? facts.unpublishAt : facts.scheduledFor;
        return { file, field: nameOfField([name]), ...(found && { found: quoted(found) }), expected };
      },
      now,
    );
  });
}
