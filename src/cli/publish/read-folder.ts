import { existsSync } from "node:fs";
import { join } from "node:path";
import { type CompiledContent, compileContent } from "../../compile/compile-content.ts";
import { type ContentFault, formatFault } from "../../compile/content-fault.ts";
import type { ContentSources } from "../../compile/content-sources.ts";
import { withoutVariants } from "../../compile/media/article-pictures.ts";
import { storedPath } from "../../compile/media/media-facts.ts";
import { isLoopback } from "../../site/loopback.ts";
import { textWithStoredOrigin } from "../../site/public-origin.ts";
import { hashOfArticle } from "../../store/d1/write/change-article.ts";
import { hashOfPage } from "../../store/d1/write/write-page.ts";
import { err, ok, type Result } from "../../syntax/result.ts";
import { readContentFolder } from "../build/content-sources.ts";
import type { LocalArticle, LocalPage } from "./local-article.ts";

export type CompiledFolder = {
  readonly articles: readonly LocalArticle[];
  readonly pages: readonly LocalPage[];
  readonly warnings: readonly string[];
  /** The path of a file that articles name. */
  readonly mediaFile: (name: string) => string;
};

export type FolderSetting = {
  /** The project's folder, which holds content/. */
  readonly root: string;
  /** Absolute. `shownAs` is its name in messages. */
  readonly folder: string;
  readonly shownAs: string;
  /** The newsroom's. */
  readonly origin: string;
  readonly randomBytes: (count: number) => Uint8Array;
};

/**
 * Compiles a folder as a newsroom would: with drafts, and with links to articles that only the newsroom has. The error
 * holds one line for each fault.
 */
export async function readFolder(setting: FolderSetting): Promise<Result<CompiledFolder, readonly string[]>> {
  const { root, folder, shownAs, randomBytes } = setting;
  if (!existsSync(folder)) return err([`${shownAs}: there is no such folder`]);
  const own = await readContentFolder(folder);
  const sources = own.publication ? own : withPublication(own, await readContentFolder(join(root, "content")));
  const options = { mode: "development", allowPlaceholder: true, randomBytes, allowUnknownLinks: true } as const;
  const head = compileContent({ ...sources, articles: [], pages: [] }, options);
  if (!head.ok) return err(head.error.faults.map((fault) => formatFault(shown(fault, shownAs))));
  // A newsroom on this machine writes its own addresses with the origin of the request. Any other newsroom writes them
  // with the address of the publication.
  const origin = isLoopback(new URL(setting.origin).hostname) ? setting.origin : head.value.publication.address;
  const compiled = compileContent(sources, { ...options, origin });
  if (!compiled.ok) return err(compiled.error.faults.map((fault) => formatFault(shown(fault, shownAs))));
  const ownNames = new Set(own.media.map(({ name }) => name));
  return ok({
    articles: localArticles(compiled.value, sources, { origin, shownAs }),
    pages: localPages(compiled.value, sources, { origin, shownAs }),
    warnings: compiled.value.warnings
      .filter(({ file }) => /^content\/(?:articles|pages)\//.test(file))
      .map((warning) => formatFault(shown(warning, shownAs))),
    mediaFile: (name) => join(ownNames.has(name) ? folder : join(root, "content"), "media", name),
  });
}

/** Articles may also name the publication's media. If both have a file of that name, the folder's own file counts. */
function withPublication(own: ContentSources, content: ContentSources): ContentSources {
  const names = new Set(own.media.map(({ name }) => name));
  return {
    ...own,
    publication: content.publication,
    media: [...own.media, ...content.media.filter(({ name }) => !names.has(name))],
    faults: [
      ...(own.faults ?? []),
      ...(content.faults ?? []).filter(({ file }) => !/^content\/(?:articles|pages)/.test(file)),
    ],
  };
}

function localArticles(
  { articles, uses }: CompiledContent,
  { articles: files }: ContentSources,
  { origin, shownAs }: { readonly origin: string; readonly shownAs: string },
): readonly LocalArticle[] {
  // Compiled articles are in the order of their files' names.
  const sorted = files.toSorted((a, b) => (a.file < b.file ? -1 : 1));
  return articles.flatMap((article, index): readonly LocalArticle[] => {
    const source = sorted[index];
    if (!source) return [];
    const { id, slug, status } = article;
    const names = new Map((uses[index] ?? []).map((facts) => [facts.name, storedPath(facts)]));
    return [
      {
        file: shown(source, shownAs).file,
        id,
        slug,
        updated: article.updated,
        hashAt: (updated) =>
          hashOfArticle(textWithStoredOrigin(JSON.stringify({ ...withoutVariants(article), updated }), origin)),
        isRetracted: status === "retracted",
        mediaType: source.file.endsWith(".md") ? "text/markdown" : "text/html",
        bytes: source.bytes,
        media: [...names].map(([name, path]) => ({ name, path })),
      },
    ];
  });
}

function localPages(
  { pages, pageUses }: CompiledContent,
  { pages: files = [] }: ContentSources,
  { origin, shownAs }: { readonly origin: string; readonly shownAs: string },
): readonly LocalPage[] {
  const sorted = files.toSorted((a, b) => (a.file < b.file ? -1 : 1));
  return pages.flatMap((page, index): readonly LocalPage[] => {
    const source = sorted[index];
    if (!source) return [];
    const names = new Map((pageUses[index] ?? []).map((facts) => [facts.name, storedPath(facts)]));
    return [
      {
        file: shown(source, shownAs).file,
        slug: page.slug,
        hash: hashOfPage(textWithStoredOrigin(JSON.stringify(page), origin)),
        mediaType: source.file.endsWith(".md") ? "text/markdown" : "text/html",
        bytes: source.bytes,
        media: [...names].map(([name, path]) => ({ name, path })),
      },
    ];
  });
}

function shown<Placed extends Pick<ContentFault, "file">>(placed: Placed, shownAs: string): Placed {
  return { ...placed, file: placed.file.replace(/^content(?=\/)/, shownAs) };
}
