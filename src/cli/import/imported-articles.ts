import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ARTICLE_FILE } from "../../compile/content-sources.ts";
import { addressesOf } from "../../import/feeds/identity/entry-identity.ts";
import type { ArticleFacts } from "../../import/feeds/identity/known-articles.ts";
import { cutSlug } from "../../model/slug.ts";
import { formerPathKey } from "../../site/former-path.ts";
import { frontMatterOf } from "./import-target.ts";

/** An article that has a file. `isNew`: this import made the file. */
export type PlacedArticle = { readonly name: string; readonly slug: string; readonly isNew: boolean };

/**
 * The ids, slugs and former paths that articles have already. An import of any size holds nothing else of the articles
 * in memory.
 */
export class ImportedArticles {
  readonly #folder: string;
  readonly #byId = new Map<string, PlacedArticle>();
  /** What tells the articles apart that were there before this import, by id. */
  readonly #facts = new Map<string, ArticleFacts>();
  readonly #slugs = new Set<string>();
  /** Names of files by former path. */
  readonly #paths = new Map<string, string>();

  constructor(folder: string) {
    this.#folder = folder;
    if (!existsSync(folder)) return;
    for (const name of readdirSync(folder)
      .filter((each) => ARTICLE_FILE.test(each))
      .sort()) {
      const {
        id = name,
        slug,
        formerSlugs,
        formerPaths,
        canonical,
        title,
        published,
      } = frontMatterOf(join(folder, name));
      const own = typeof slug === "string" ? slug : name.replace(ARTICLE_FILE, "").normalize("NFC");
      this.#slugs.add(own).add(name.replace(ARTICLE_FILE, "").normalize("NFC"));
      for (const each of textsIn(formerSlugs)) this.#slugs.add(each);
      for (const each of textsIn(formerPaths)) this.#paths.set(formerPathKey(each), name);
      this.#byId.set(String(id), { name, slug: own, isNew: false });
      this.#facts.set(String(id), {
        addresses: addressesOf(textsIn(formerPaths), typeof canonical === "string" ? canonical : undefined),
        title: String(title),
        published: String(published),
      });
    }
  }

  /** What tells the article with this id apart, if it was there before this import. */
  factsBefore(id: string): ArticleFacts | undefined {
    return this.#facts.get(id);
  }

  /**
   * The file and the slug of the article with this id. A new article gets the suggested slug, or if that is taken, the
   * slug with the first free number after it. A slug without room for the number is cut.
   */
  place(id: string, suggested: string): PlacedArticle {
    const known = this.#byId.get(id);
    if (known) return known;
    let slug = suggested;
    for (let number = 2; this.#slugs.has(slug); number += 1) slug = cutSlug(suggested, `-${number}`);
    this.#slugs.add(slug);
    const place = { name: `${slug}.html`, slug, isNew: true };
    this.#byId.set(id, place);
    return place;
  }

  /** Gives the article of this import that has the id another one. Returns the name of its file. */
  rename(id: string, to: string): string | undefined {
    const place = this.#byId.get(id);
    if (!place?.isNew) return undefined;
    this.#byId.delete(id);
    this.#byId.set(to, place);
    return place.name;
  }

  /** Gives a former path to an article, if no other one has it. Returns whether the article has it now. */
  takePath(path: string, name: string): boolean {
    const key = formerPathKey(path);
    const owner = this.#paths.get(key) ?? name;
    this.#paths.set(key, owner);
    return owner === name;
  }

  /** The text of a file. Returns undefined if there is no file. */
  read(name: string): string | undefined {
    const file = join(this.#folder, name);
    return existsSync(file) ? readFileSync(file, "utf8") : undefined;
  }
}

export function textsIn(list: unknown): readonly string[] {
  return Array.isArray(list) ? list.map(String) : [];
}
