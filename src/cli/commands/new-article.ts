import { randomBytes } from "node:crypto";
import { Temporal } from "temporal-polyfill";
import { isZone } from "../../import/wire-copy/resolve-time.ts";
import { slug } from "../../model/schema.ts";
import { cleanLine } from "../../model/text.ts";
import { err, ok } from "../../syntax/result.ts";
import { command, EXIT_FAILED, EXIT_OK, EXIT_WRONG_USE, fail, runIfMain } from "../console/command.ts";
import { type NewArticleOptions, writeNewArticle } from "../new-article-file.ts";

/** `npm run new -- "Title"`: writes a draft. */
export const NEW_ARTICLE = command({
  usage: ['npm run new -- "Title of the article" [options]'],
  about: "Writes content/articles/<slug>.md, a draft to be filled in.",
  options: {
    slug: {
      type: "text",
      value: "SLUG",
      about: "the name of the article in its address; by default made from the title",
    },
    zone: {
      type: "text",
      value: "ZONE",
      about: "the zone of its time: Asia/Hong_Kong, Europe/Berlin, UTC, +08:00; by default this machine's",
    },
  },
  positionals: {
    max: 1,
    missing: "name the article: its title, in quotation marks",
    unexpected: (second) => `one title, in quotation marks: what is "${second}"?`,
  },
  exits: { 0: "written", 1: "an article of this name exists, or the publication has no identity" },
  read: (given) => {
    const title = cleanLine(given.positionals[0] ?? "");
    if (title === "") return err({ message: "name the article: its title, in quotation marks" });
    const wanted = { slug: given.text("slug"), zone: given.text("zone") };
    const { error } = slug.optional().safeParse(wanted.slug);
    if (error)
      return err({ message: `--slug ${wanted.slug}: ${error.issues.map(({ message }) => message).join("; ")}` });
    if (wanted.zone !== undefined && !isZone(wanted.zone)) {
      const expected = "a name such as Asia/Hong_Kong, Europe/Berlin or UTC, or an offset such as +08:00";
      return err({ message: `--zone ${wanted.zone}: expected ${expected}` });
    }
    const options: NewArticleOptions = {
      title,
      ...(wanted.slug !== undefined && { slug: wanted.slug }),
      ...(wanted.zone !== undefined && { zone: wanted.zone }),
    };
    return ok(options);
  },
  run: (options) => {
    const zone = Temporal.Now.timeZoneId();
    const written = writeNewArticle(options, { root: process.cwd(), now: Date.now(), zone, randomBytes });
    if (!written.ok) return fail(written.error.message, written.error.isMisuse ? EXIT_WRONG_USE : EXIT_FAILED);
    console.log(`Wrote ${written.value}`);
    return EXIT_OK;
  },
});

await runIfMain(import.meta, NEW_ARTICLE);
