import { compileContent } from "../../compile/compile-content.ts";
import type { ContentFile } from "../../compile/content-sources.ts";
import { withoutVariants } from "../../compile/media/article-pictures.ts";
import type { InspectedMedia } from "../../compile/media/inspect-media.ts";
import { textWithStoredOrigin } from "../../site/public-origin.ts";
import { hashOfArticle } from "../../store/d1/write/change-article.ts";
import type { LocalArticle } from "../publish/local-article.ts";

export type AloneSetting = {
  readonly publication: ContentFile;
  /** The media of the publication itself. */
  readonly media: readonly InspectedMedia[];
  readonly randomBytes: (count: number) => Uint8Array;
};

/** An article as a newsroom would store it, and the hash that it would have with another `updated`. */
export type CompiledAlone = Pick<LocalArticle, "hashAt" | "updated">;

/**
 * Compiles a content file alone, in the way in which a folder that is published is compiled. Returns undefined if the
 * file has faults.
 */
export function compileAlone(
  file: string,
  text: string,
  { media, origin }: { readonly media: readonly InspectedMedia[]; readonly origin: string },
  setting: AloneSetting,
): CompiledAlone | undefined {
  const names = new Set(media.map(({ name }) => name));
  const compiled = compileContent(
    {
      publication: setting.publication,
      articles: [{ file: `content/articles/${file}`, bytes: new TextEncoder().encode(text) }],
      media: [...media, ...setting.media.filter(({ name }) => !names.has(name))],
    },
    { mode: "development", allowPlaceholder: true, randomBytes: setting.randomBytes, allowUnknownLinks: true, origin },
  );
  const [article] = compiled.ok ? compiled.value.articles : [];
  return (
    article && {
      updated: article.updated,
      hashAt: (updated) =>
        hashOfArticle(textWithStoredOrigin(JSON.stringify({ ...withoutVariants(article), updated }), origin)),
    }
  );
}
