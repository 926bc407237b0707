import type { ListedArticle } from "../desk-client/desk-lists.ts";
import { isSameArticle, type LocalArticle, type NamedMedia } from "./local-article.ts";

/** An article to be sent. `listed` is the newsroom's current version, if there is one. */
export type Push = { readonly article: LocalArticle; readonly listed?: ListedArticle };

/**
 * `held`: articles that are retracted at the newsroom but not in the folder; only `--restore` publishes them again.
 * `missing`: how many articles only the newsroom has; `retractable` are the published ones among them.
 */
export type PushPlan = {
  readonly pushes: readonly Push[];
  readonly unchanged: number;
  readonly held: readonly LocalArticle[];
  readonly missing: number;
  readonly retractable: readonly ListedArticle[];
};

/** Compares the newsroom's list page by page, and stores only the articles that concern the folder. */
export type Comparison = {
  readonly take: (page: readonly ListedArticle[]) => void;
  readonly plan: () => PushPlan;
};

export function compareWith(
  articles: readonly LocalArticle[],
  { restores, now }: { readonly restores: boolean; readonly now: number },
): Comparison {
  const local = new Set(articles.map(({ id }) => id));
  const listed = new Map<string, ListedArticle>();
  const retractable: ListedArticle[] = [];
  let missing = 0;
  return {
    take: (page) => {
      for (const each of page) {
        if (local.has(each.id)) listed.set(each.id, each);
        else if (each.state !== "retracted") {
          missing += 1;
          if (each.state === "published") retractable.push(each);
        }
      }
    },
    plan: () => {
      const differing = articles.filter((article) => {
        const there = listed.get(article.id);
        return !there || !isSameArticle(article, there, now);
      });
      const isHeld = ({ id, isRetracted }: LocalArticle) =>
        !restores && !isRetracted && listed.get(id)?.state === "retracted";
      return {
        pushes: differing
          .filter((article) => !isHeld(article))
          .map((article) => {
            const there = listed.get(article.id);
            return there ? { article, listed: there } : { article };
          }),
        unchanged: articles.length - differing.length,
        held: differing.filter(isHeld),
        missing,
        retractable,
      };
    },
  };
}

/** The files that the articles and pages to be sent name, each name once. */
export function mediaOf(sent: readonly { readonly media: readonly NamedMedia[] }[]): readonly NamedMedia[] {
  const names = new Map(sent.flatMap(({ media }) => media.map((each) => [each.name, each])));
  return [...names.values()];
}
