import type { ContentFaults } from "../../../compile/compile-content.ts";
import { err, ok, type Result } from "../../../syntax/result.ts";
import type { OutputMedia } from "../content-output.ts";
import type { RecordedFolder } from "../recorded-folder.ts";
import { type PlaceSetting, placeVariants } from "./place-variants.ts";

type PicturedFolder = Omit<RecordedFolder, "media"> & { readonly media: OutputMedia };

/** Makes the variants of pictures. An article that gets none does not name its pictures. */
export async function withVariants(
  recorded: RecordedFolder,
  setting: PlaceSetting,
): Promise<Result<PicturedFolder, ContentFaults>> {
  const { publication, media, warnings } = recorded;
  // Only these articles can have pictures. To read the heads of all would take most of a build that changes nothing.
  const users = new Set(media.flatMap((each) => each.articles));
  const heads = recorded.articles.filter(({ facts }) => users.has(facts.id)).map((article) => article.head());
  const placed = await placeVariants({ publication, heads, media, warnings }, setting);
  if (!placed.ok) return err({ faults: placed.error, warnings });
  const { onlyWithVariants, ...pictured } = placed.value;
  const lacking = new Map(
    heads.map((head) => [head.id, (head.pictures?.length ?? 0) - (onlyWithVariants(head).pictures?.length ?? 0)]),
  );
  const articles = recorded.articles.map((article) => {
    const withoutVariants = lacking.get(article.facts.id);
    if (!withoutVariants) return article;
    return {
      ...article,
      facts: { ...article.facts, withoutVariants },
      head: () => onlyWithVariants(article.head()),
      read: () => onlyWithVariants(article.read()),
    };
  });
  return ok({ ...recorded, ...pictured, articles });
}
