import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { basename, join } from "node:path";
import { Temporal } from "temporal-polyfill";
import { stringify } from "yaml";
import { ID_BYTES, mintArticleId } from "../../compile/mint-id.ts";
import { isZone } from "../../import/wire-copy/resolve-time.ts";
import { slug } from "../../model/schema.ts";
import { slugOf } from "../../model/slug.ts";
import { cleanLine } from "../../model/text.ts";
import { articlePath } from "../../site/addresses.ts";
import { err, ok, type Result } from "../../syntax/result.ts";
import { command, EXIT_FAILED, EXIT_OK, EXIT_WRONG_USE, fail, runIfMain } from "../console/command.ts";
import { writeWhole } from "../export/write-whole.ts";
import { readIdentity } from "../import/import-target.ts";

export type NewArticleOptions = { readonly title: string; readonly slug?: string; readonly zone?: string };

/** `now` is in milliseconds since the epoch; `zone` is that of the machine. */
export type NewArticleSetting = {
  readonly root: string;
  readonly now: number;
  readonly zone: string;
  readonly randomBytes: (count: number) => Uint8Array;
};

/** `isMisuse`: the command line has to change, rather than the content. */
export type NewArticleFailure = { readonly isMisuse: boolean; readonly message: string };

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
    console.log(`Wrote ${written.value}\nIn the preview (npm run dev): ${previewOf(written.value)}`);
    return EXIT_OK;
  },
});

/** Writes a draft with everything an author would otherwise have to look up. Returns its path below the root. */
export function writeNewArticle(
  { title, ...given }: NewArticleOptions,
  setting: NewArticleSetting,
): Result<string, NewArticleFailure> {
  const { root, now, zone, randomBytes } = setting;
  const identity = readIdentity(join(root, "content/publication.yaml"));
  if (!identity) {
    const message = "content/publication.yaml: expected identity with authority and date, to make the article's id";
    return err({ isMisuse: false, message });
  }
  const slug = given.slug ?? slugOf(title);
  if (slug === "")
    return err({ isMisuse: true, message: "the title has no letters to make an address of; add --slug" });
  const path = `content/articles/${slug}.md`;
  const taken = [path, `content/articles/${slug}.html`].find((file) => existsSync(join(root, file)));
  if (taken !== undefined)
    return err({ isMisuse: false, message: `${taken} already exists; add --slug to choose another name` });
  const published = Temporal.Instant.fromEpochMilliseconds(now)
    .toZonedDateTimeISO(given.zone ?? zone)
    .toString({ timeZoneName: "never", offset: "auto", smallestUnit: "second" });
  const file = join(root, path);
  writeWhole(file, draft({ id: mintArticleId(identity, randomBytes(ID_BYTES)), title, published }));
  return ok(path);
}

/** The port of `wrangler dev`, unless `--port` gives another. */
const DEV_PORT = 8787;

/** The address of an article under `npm run dev`. @param file its path below the root */
function previewOf(file: string): string {
  return `http://localhost:${DEV_PORT}${articlePath(basename(file, ".md"))}`;
}

type Known = { readonly id: string; readonly title: string; readonly published: string };

function draft({ id, title, published }: Known): string {
  return `---
# A draft is shown on this machine only. To publish it, remove the line "status".
# An empty field counts as missing. Without a summary, the first paragraph is used.
id: ${id}
${stringify({ title }, { lineWidth: 0 })}summary:
byline:
dateline:
published: ${published}
section:
tags: []
image:
status: draft
---

Write the first paragraph here.
`;
}

await runIfMain(import.meta, NEW_ARTICLE);
