import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { Temporal } from "temporal-polyfill";
import { stringify } from "yaml";
import { ID_BYTES, mintArticleId } from "../compile/mint-id.ts";
import { slugOf } from "../model/slug.ts";
import { err, ok, type Result } from "../syntax/result.ts";
import { readIdentity } from "./import/import-target.ts";

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
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, draft({ id: mintArticleId(identity, randomBytes(ID_BYTES)), title, published }), { flag: "wx" });
  return ok(path);
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
