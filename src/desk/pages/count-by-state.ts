import * as z from "zod";
import { ARTICLE_STATES, type ArticleState } from "../../model/article-state.ts";

/** Counting goes row by row, and of a million nobody needs to know each. */
const MAX_COUNTED = 1_000;

const rowSchema = z.object({ articles: z.number() });

/** How many articles there are in each state: `1000+` where there are more. */
export async function countByState(database: D1Database): Promise<ReadonlyMap<ArticleState, string>> {
  const statement = database.prepare(
    "SELECT count(*) AS articles FROM (SELECT 1 FROM articles WHERE state = ? LIMIT ?)",
  );
  const answers = await database.batch(ARTICLE_STATES.map((state) => statement.bind(state, MAX_COUNTED + 1)));
  return new Map(
    ARTICLE_STATES.map((state, index) => {
      const { articles } = rowSchema.parse(answers[index]?.results[0]);
      return [state, articles > MAX_COUNTED ? `${MAX_COUNTED}+` : String(articles)];
    }),
  );
}
