import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ARTICLE_FILE } from "../../compile/content-sources.ts";
import { formerPathKey } from "../../site/former-path.ts";
import { frontMatterOf } from "./import-target.ts";

/**
 * The ids, slugs and former paths that articles have already. An import of any size holds nothing else of the articles
 * in memory.
 */
export class ImportedArticles {
  readonly #folder: string;
  /** The name of the file and the slug, by id. */
  readonly #byId = new Map<string, { readonly name: string; readonly slug: string }>();
  readonly #slugs = new Set<string>();
  /** Ids by former path. */
  readonly #paths = new Map<string, string>();

  constructor(folder: string) {
    this.#folder = folder;
    if (!existsSync(folder)) return;
    for (const name of readdirSync(folder)
      .filter((each) => ARTICLE_FILE.test(each))
      .sort()) {
      const { id = name, slug, formerSlugs, formerPaths } = frontMatterOf(join(folder, name));
      const own = typeof slug === "string" ? slug : name.replace(ARTICLE_FILE, "").normalize("NFC");
      this.#slugs.add(own).add(name.replace(ARTICLE_FILE, "").normalize("NFC"));
      for (const each of textsIn(formerSlugs)) this.#slugs.add(each);
      for (const each of textsIn(formerPaths)) this.#paths.set(formerPathKey(each), String(id));
      this.#byId.set(String(id), { name, slug: own });
    }
  }

  /**
   * The file and the slug of the article with this id. A new article gets the suggested slug, or if that is taken, the
   * slug with the first free number after it.
   */
  place(id: string, suggested: string): { readonly name: string; readonly slug: string; readonly isNew: boolean } {
    const known = this.#byId.get(id);
    if (known) return { ...known, isNew: false };
    let slug = suggested;
    for (let number = 2; this.#slugs.has(slug); number += 1) slug = `${suggested}-${number}`;
    this.#slugs.add(slug);
    const place = { name: `${slug}.html`, slug };
    this.#byId.set(id, place);
    return { ...place, isNew: true };
  }

  /** Gives a former path to the article, if no other article has it. Returns whether the article has it now. */
  takePath(path: string, id: string): boolean {
    const key = formerPathKey(path);
    const owner = this.#paths.get(key) ?? id;
    this.#paths.set(key, owner);
    return owner === id;
  }

  /** The text of a file. Returns undefined if there is no file. */
  read(name: string): string | undefined {
    const file = join(this.#folder, name);
    return existsSync(file) ? readFileSync(file, "utf8") : undefined;
  }
}

function textsIn(list: unknown): readonly string[] {
  return Array.isArray(list) ? list.map(String) : [];
}
