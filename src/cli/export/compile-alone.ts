import { compileContent } from "../../compile/compile-content.ts";
import type { ContentFile } from "../../compile/content-sources.ts";
import type { InspectedMedia } from "../../compile/media/inspect-media.ts";
import { textWithStoredOrigin } from "../../site/public-origin.ts";
import { hashOfArticle } from "../../store/d1/write/change-article.ts";

export type AloneSetting = {
  readonly publication: ContentFile;
  /** The media of the publication itself. */
  readonly media: readonly InspectedMedia[];
  readonly randomBytes: (count: number) => Uint8Array;
};

/**
 * Compiles a content file alone, in the way in which a folder that is published is compiled. Returns the hash of the
 * article, or undefined if the file has faults.
 */
export function hashCompiled(
  file: string,
  text: string,
  { media, origin }: { readonly media: readonly InspectedMedia[]; readonly origin: string },
  setting: AloneSetting,
): string | undefined {
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
  return article && hashOfArticle(textWithStoredOrigin(JSON.stringify(article), origin));
}
