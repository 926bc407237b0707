import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ARTICLE_FILE } from "../../compile/content-sources.ts";
import { formerPathKey } from "../../site/former-path.ts";
import { frontMatterOf } from "./import-target.ts";

/** What is taken among the articles: ids, slugs and former paths, each with whose it is. Of everything else, an import holds nothing. */
export class ImportedArticles {
  readonly #folder: string;
  /** Of each id, its file's name and slug. */
  readonly #byId = new Map<string, { readonly name: string; readonly slug: string }>();
  readonly #slugs = new Set<string>();
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

  /** The file and slug of the article with this id; for a new one, a name like the suggested one that is free, which it has from now on. */
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

  /** Whether a former path is free for the article, which has it from now on. */
  takePath(path: string, id: string): boolean {
    const key = formerPathKey(path);
    const owner = this.#paths.get(key) ?? id;
    this.#paths.set(key, owner);
    return owner === id;
  }

  read(name: string): string | undefined {
    const file = join(this.#folder, name);
    return existsSync(file) ? readFileSync(file, "utf8") : undefined;
  }
}

function textsIn(list: unknown): readonly string[] {
  return Array.isArray(list) ? list.map(String) : [];
}
