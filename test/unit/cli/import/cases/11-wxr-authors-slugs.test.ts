import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { emptyRepository } from "../import-in.ts";

const FOLDER = join(import.meta.dirname, "../../../../../../shared/cases/11-wxr-authors-slugs");

describe.skipIf(!existsSync(FOLDER))("../shared/cases/11-wxr-authors-slugs (skipped if it is not there)", () => {
  const repository = emptyRepository();

  async function articlesOf(name: string) {
    await repository.run(join(FOLDER, name));
    return repository.compiled();
  }
  const names = (article: { byline: readonly { name: string }[] } | undefined) =>
    article?.byline.map(({ name }) => name);

  it("all authors by their names", async () => {
    const articles = await articlesOf("two-creators.xml");
    expect(names(articles["post-twoc"])).toEqual(["Ada Ferrier", "Ben Quay"]);
    expect(names(articles["post-termed"])).toEqual(["Dee Lock"]);
  });

  it("guests, categories and slugs", async () => {
    const articles = await articlesOf("wxr.xml");
    expect(names(articles["post-coauth"])).toEqual(["Ada Ferrier", "Ben Quay"]);
    expect(names(articles["post-guest-only"])).toEqual(["Cy Mole"]);
    expect(articles["post-coauth"]?.tags).toEqual(["Harbour & quay"]);
    expect(articles["post-localised-default"]?.tags).toEqual([]);
    expect(articles["post-localised-default-de"]?.tags).toEqual([]);
    expect(Object.keys(articles).filter((slug) => /(?:^|-)e[0-9a-f](?:-|$)/.test(slug))).toEqual([]);
  });
});
