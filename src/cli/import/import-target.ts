import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { ARTICLE_FILE } from "../../compile/content-sources.ts";
import { splitFrontMatter } from "../../compile/front-matter/split-front-matter.ts";
import { comparableTitle } from "../../import/wire-copy/link-related.ts";
import { tagAuthoritySchema } from "../../model/publication.ts";
import { isTagUri, type TagAuthority } from "../../model/tag-uri.ts";
import { articlePath } from "../../site/addresses.ts";

// An import reads the content that is there without checking it: the build reports the faults.

/** The authority of the ids that are minted. Returns undefined if the publication does not name one. */
export function readIdentity(publicationFile: string): TagAuthority | undefined {
  if (!existsSync(publicationFile)) return undefined;
  return tagAuthoritySchema.safeParse(fieldsOf(readFileSync(publicationFile, "utf8")).identity).data;
}

/** The paths of the published articles, by title in the form that `comparableTitle` returns. */
export function readAddresses(articlesFolder: string): ReadonlyMap<string, string> {
  if (!existsSync(articlesFolder)) return new Map();
  const files = readdirSync(articlesFolder).filter((name) => ARTICLE_FILE.test(name));
  return new Map(
    files.flatMap((name) => {
      const {
        title,
        slug = name.replace(ARTICLE_FILE, ""),
        status = "published",
      } = frontMatterOf(join(articlesFolder, name));
      if (typeof title !== "string" || typeof slug !== "string" || status !== "published") return [];
      return [[comparableTitle(title), articlePath(slug)] as const];
    }),
  );
}

/** The id in an article's file. An id is permanent: the article keeps it if its file is replaced. */
export function readId(articleFile: string): string | undefined {
  if (!existsSync(articleFile)) return undefined;
  const { id } = frontMatterOf(articleFile);
  return typeof id === "string" && isTagUri(id) ? id : undefined;
}

/** The fields of an article's file, unchecked. */
export function frontMatterOf(file: string): Record<string, unknown> {
  return fieldsOf(splitFrontMatter(readFileSync(file, "utf8"))?.yaml ?? "");
}

/** The fields of a YAML text, unchecked. Returns none if the text is not YAML. */
export function fieldsOf(yaml: string): Record<string, unknown> {
  try {
    const fields: unknown = parse(yaml);
    return typeof fields === "object" && fields !== null ? { ...fields } : {};
  } catch {
    return {};
  }
}
