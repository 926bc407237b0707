import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ARTICLE_FILE } from "../../compile/content-sources.ts";
import { ownPathFault } from "../../compile/pages/own-path-fault.ts";
import { cutSlug } from "../../model/slug.ts";
import { pagePath } from "../../site/addresses.ts";
import { frontMatterOf } from "./import-target.ts";
import { type ImportedArticles, textsIn } from "./imported-articles.ts";

/**
 * The pages of a folder. A page has no id: one that was imported before is found by its slug, and by the order in which
 * pages with that slug come.
 */
export class ImportedPages {
  readonly #folder: string;
  readonly #articles: ImportedArticles;
  readonly #taken = new Set<string>();

  /** @param articles know the former paths of articles and pages */
  constructor(folder: string, articles: ImportedArticles) {
    this.#folder = folder;
    this.#articles = articles;
    for (const name of (existsSync(folder) ? readdirSync(folder) : []).filter((each) => ARTICLE_FILE.test(each))) {
      const { slug, formerPaths } = frontMatterOf(join(folder, name));
      const own = typeof slug === "string" ? slug : slugOf(name);
      for (const path of [pagePath(own), ...textsIn(formerPaths)]) this.#articles.takePath(path, nameIn(name));
    }
  }

  /**
   * The file and the slug of the next page with the suggested slug: the slug itself, or with the first free number if
   * the service, an article or a page of this import has that address.
   */
  place(suggested: string): { readonly name: string; readonly slug: string } {
    let slug = suggested;
    for (let number = 2; !this.#isFree(slug); number += 1) slug = cutSlug(suggested, `-${number}`);
    this.#taken.add(slug);
    return { name: this.#nameOf(slug), slug };
  }

  /** Gives a former path to a page, if nothing else has it. */
  takePath(path: string, name: string): boolean {
    return this.#articles.takePath(path, nameIn(name));
  }

  /** The text of a file. Returns undefined if there is no file. */
  read(name: string): string | undefined {
    const file = join(this.#folder, name);
    return existsSync(file) ? readFileSync(file, "utf8") : undefined;
  }

  #isFree(slug: string): boolean {
    if (this.#taken.has(slug) || ownPathFault(slug) !== undefined) return false;
    return this.takePath(pagePath(slug), this.#nameOf(slug));
  }

  /** A person may have written the page anew in Markdown. */
  #nameOf(slug: string): string {
    return existsSync(join(this.#folder, `${slug}.md`)) ? `${slug}.md` : `${slug}.html`;
  }
}

function slugOf(name: string): string {
  return name.replace(ARTICLE_FILE, "").normalize("NFC");
}

/** The name by which former paths are kept, apart from that of an article. */
function nameIn(name: string): string {
  return `pages/${name}`;
}
