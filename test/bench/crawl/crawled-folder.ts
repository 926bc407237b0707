import { randomBytes } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { buildContent } from "../../../src/cli/build/build-content-folder.ts";
import { compileFolder } from "../../../src/cli/build/compiled/compile-folder.ts";
import { readLedger } from "../../../src/cli/build/ledger-folder.ts";
import { recordLedger } from "../../../src/cli/build/record-ledger.ts";
import { hashOfRenderer } from "../../../src/cli/build/renderer-hash.ts";
import type { PseudoRandom } from "../../../src/cli/newsroom/seed/pseudo-random.ts";
import type { Article } from "../../../src/model/article.ts";
import { contentText } from "../content/content-text.ts";
import { writeContentFolder } from "../content/write-content.ts";

/** A change of the content: the names of the files before and after. */
export type Change = { readonly kind: "edit" | "retract" | "move"; readonly name: string };

/** The articles of a folder as a newsroom stores them, and the time of the record. */
export type Recorded = { readonly articles: readonly Article[]; readonly now: number };

/**
 * Content of a publication on disk, which is changed, recorded and built. Its articles are all published: how a
 * newsroom and a folder learn of drafts, plans and old retractions differs, and so do the times that they record.
 */
export class CrawledFolder {
  readonly root: string;
  readonly #names: string[] = [];
  readonly #renderer = hashOfRenderer();
  readonly #retracted = new Set<string>();
  #moves = 0;

  constructor(root: string, articles: number) {
    this.root = root;
    rmSync(join(root, "content"), { recursive: true, force: true });
    writeContentFolder(root, 0);
    mkdirSync(join(root, "content/articles"), { recursive: true });
    for (let index = 0; index < articles; index += 1) {
      const { name, text } = contentText(index, articles);
      const plain = text.replace(/^(?:status|scheduledFor|unpublishAt|retraction): .*\n/gm, "");
      writeFileSync(this.#path(name), plain);
      this.#names.push(name);
    }
  }

  /**
   * Edits the title, retracts or renames an article at random. A retracted one is left alone. So is one that would be
   * renamed and that another article links to: a build refuses a link to a slug that no file has.
   */
  change(random: PseudoRandom, now: number): Change | undefined {
    const at = random.whole(0, this.#names.length - 1);
    const name = this.#names[at] ?? "";
    if (this.#retracted.has(name)) return undefined;
    const kind = random.pick(["edit", "edit", "retract", "move"] as const);
    const time = new Date(now).toISOString().replace(/\.\d+Z$/, "Z");
    if (kind === "move") {
      if (this.#isLinked(name)) return undefined;
      this.#moves += 1;
      const moved = name.replace(/(\.\w+)$/, `-moved-${this.#moves}$1`);
      renameSync(this.#path(name), this.#path(moved));
      this.#names[at] = moved;
      return { kind, name: moved };
    }
    const text = readFileSync(this.#path(name), "utf8");
    if (kind === "retract") this.#retracted.add(name);
    const line = kind === "retract" ? `retraction: {time: "${time}", reason: "It was wrong."}` : `updated: "${time}"`;
    const fields = text
      .replace(/^updated: .*\n/m, "")
      .replace(/^title: "/m, `${line}\ntitle: "${kind === "edit" ? "Edited " : ""}`);
    writeFileSync(this.#path(name), fields);
    return { kind, name };
  }

  /** Runs `npm run record` and `npm run build` at `now`. Returns the articles as the ledger dates them. */
  async record(now: number): Promise<Recorded> {
    const setting = { root: this.root, now, renderer: this.#renderer, randomBytes };
    const recorded = await recordLedger(false, setting);
    if (!recorded.ok) throw new Error(recorded.error.slice(0, 5).join("\n"));
    const built = await buildContent({ mode: "production", allowPlaceholder: true }, setting);
    if (!built.ok) throw new Error(built.error.problems.slice(0, 5).join("\n"));
    return { articles: await this.#articles(), now };
  }

  /** Builds the publication's facts for a newsroom, with the same ledger. */
  async buildNewsroom(now: number): Promise<void> {
    const setting = { root: this.root, now, renderer: this.#renderer, randomBytes };
    const built = await buildContent({ mode: "production", allowPlaceholder: true, newsroom: true }, setting);
    if (!built.ok) throw new Error(built.error.problems.slice(0, 5).join("\n"));
  }

  /** All articles in the order in which they entered the ledger. */
  async #articles(): Promise<readonly Article[]> {
    const compiled = await compileFolder({ root: this.root, mode: "production", allowPlaceholder: true, randomBytes });
    const ledger = readLedger(this.root);
    if (!compiled.ok || !ledger.ok || !ledger.value) throw new Error("what was just built cannot be read");
    const records = ledger.value.ledger.articles;
    const articles = compiled.value.articles.map(({ read }) => {
      const article = read();
      return { ...article, formerSlugs: records[article.id]?.formerSlugs ?? article.formerSlugs };
    });
    compiled.value.close();
    return articles.toSorted((a, b) => (records[a.id]?.sequence ?? 0) - (records[b.id]?.sequence ?? 0));
  }

  #isLinked(name: string): boolean {
    const link = new RegExp(`/articles/${name.replace(/\.\w+$/, "")}(?![\\w-])`);
    return this.#names.some((each) => each !== name && link.test(readFileSync(this.#path(each), "utf8")));
  }

  #path(name: string): string {
    return join(this.root, "content/articles", name);
  }
}
