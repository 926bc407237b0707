import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { ARTICLE_FILE } from "../../compile/content-sources.ts";
import { splitFrontMatter } from "../../compile/front-matter/split-front-matter.ts";
import { comparableTitle } from "../../import/wire-copy/link-related.ts";
import { tagAuthoritySchema } from "../../model/publication.ts";
import { isTagUri, type TagAuthority } from "../../model/tag-uri.ts";
import { articlePath } from "../../site/addresses.ts";

/** What an import needs to know of the content that is there. It reads leniently: judging files is the build's part. */

/** Under whose name ids are minted; undefined where the publication does not say. */
export function readIdentity(publicationFile: string): TagAuthority | undefined {
  if (!existsSync(publicationFile)) return undefined;
  return tagAuthoritySchema.safeParse(fieldsOf(readFileSync(publicationFile, "utf8")).identity).data;
}

/** The paths of the articles that are published, by title. */
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

/** The id in an article's file: permanent, so that the article keeps it when its file is replaced. */
export function readId(articleFile: string): string | undefined {
  if (!existsSync(articleFile)) return undefined;
  const { id } = frontMatterOf(articleFile);
  return typeof id === "string" && isTagUri(id) ? id : undefined;
}

/** The fields of an article's file, unjudged. */
export function frontMatterOf(file: string): Record<string, unknown> {
  return fieldsOf(splitFrontMatter(readFileSync(file, "utf8"))?.yaml ?? "");
}

/** Fields as YAML has them; none where it has faults. */
export function fieldsOf(yaml: string): Record<string, unknown> {
  try {
    const fields: unknown = parse(yaml);
    return typeof fields === "object" && fields !== null ? { ...fields } : {};
  } catch {
    return {};
  }
}
