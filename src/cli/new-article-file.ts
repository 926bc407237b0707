import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { Temporal } from "temporal-polyfill";
import { stringify } from "yaml";
import { ID_BYTES, mintArticleId } from "../compile/mint-id.ts";
import { slugOf } from "../model/slug.ts";
import type { NewArticleOptions } from "./commands/new-article-options.ts";
import { readIdentity } from "./import/import-target.ts";

/** `now` is in milliseconds since the epoch, `zone` that of the machine. */
export type NewArticleSetting = {
  readonly root: string;
  readonly now: number;
  readonly zone: string;
  readonly randomBytes: (count: number) => Uint8Array;
};

/** `path` is below the root. `isMisuse` where the command is to be changed. */
export type NewArticle =
  | { readonly ok: true; readonly path: string }
  | { readonly ok: false; readonly isMisuse: boolean; readonly message: string };

/** Writes a draft with everything an author would otherwise have to look up. */
export function writeNewArticle({ title, ...given }: NewArticleOptions, setting: NewArticleSetting): NewArticle {
  const { root, now, zone, randomBytes } = setting;
  const identity = readIdentity(join(root, "content/publication.yaml"));
  if (!identity) {
    const message = "content/publication.yaml: expected identity with authority and date, to make the article's id";
    return { ok: false, isMisuse: false, message };
  }
  const slug = given.slug ?? slugOf(title);
  if (slug === "")
    return { ok: false, isMisuse: true, message: "the title has no letters to make an address of; add --slug" };
  const path = `content/articles/${slug}.md`;
  const taken = [path, `content/articles/${slug}.html`].find((file) => existsSync(join(root, file)));
  if (taken !== undefined)
    return { ok: false, isMisuse: false, message: `${taken} is there already; add --slug to give another name` };
  const published = Temporal.Instant.fromEpochMilliseconds(now)
    .toZonedDateTimeISO(given.zone ?? zone)
    .toString({ timeZoneName: "never", offset: "auto", smallestUnit: "second" });
  const file = join(root, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, draft({ id: mintArticleId(identity, randomBytes(ID_BYTES)), title, published }), { flag: "wx" });
  return { ok: true, path };
}

type Known = { readonly id: string; readonly title: string; readonly published: string };

function draft({ id, title, published }: Known): string {
  return `---
# A draft is seen on this machine only. To publish it, take the line "status" out.
# A field left empty counts as not there; without a summary, the first paragraph is taken.
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
