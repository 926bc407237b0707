import type { Publication } from "../model/publication.ts";
import type { ArticleStore, PageFacts } from "../store/article-store.ts";

/** The store as HTML is rendered from it: each publication that it returns has the links to pages. */
export function storeForPages(store: ArticleStore, { navigation }: Pick<PageFacts, "navigation">): ArticleStore {
  const linked = <About extends { readonly publication: Publication }>(about: About): About => ({
    ...about,
    publication: { ...about.publication, navigation },
  });
  return {
    ...store,
    publication: async () => ({ ...(await store.publication()), navigation }),
    head: async (selection, now) => {
      const head = await store.head(selection, now);
      return head && linked(head);
    },
    feed: async (selection, document, now) => {
      const feed = await store.feed(selection, document, now);
      return feed && linked(feed);
    },
    catalogue: async (now) => {
      const { everything, ...rest } = await store.catalogue(now);
      return { ...rest, everything: { ...everything, head: linked(everything.head) } };
    },
  };
}
