import { articleFacts } from "../../src/compile/ledger/article-facts.ts";
import { recordChanges } from "../../src/compile/ledger/record-changes.ts";
import { recordedAt } from "../../src/compile/ledger/record-times.ts";
import { articleNamed } from "../fixtures/file-content.ts";
import { fullArticle, plainArticle, publication, time } from "../fixtures/full-article.ts";
import { serve } from "../worker/serve.ts";

/**
 * A publication with everything that the standards mention: an article with every field, one with the required fields
 * only, a retraction, and archives.
 */
const retracted = articleNamed("retracted", {
  status: "retracted",
  retraction: { time: time("2026-03-02T00:00:00+02:00"), reason: "The figures were wrong." },
});
const others = Array.from({ length: 12 }, (_, index) =>
  articleNamed(`other-${index}`, { published: time(`2026-01-${String(index + 10)}T00:00:00Z`) }),
);
const articles = [fullArticle, plainArticle, retracted, ...others];
const recordable = {
  publication,
  articles: articles.map((article) => articleFacts(article)),
  renderer: "0".repeat(16),
};
const { ledger } = recordChanges(undefined, recordable, recordedAt(Date.UTC(2026, 3, 1)));

export const { get } = serve({ articles, artifact: { ledger }, vars: { FEED_ENTRIES: 5 } });

export async function textOf(path: string): Promise<string> {
  const response = await get(path);
  if (response.status !== 200) throw new Error(`${path} is answered ${response.status}`);
  return response.text();
}
