import { cleanText } from "../model/text.ts";
import { err, ok, type Result } from "../syntax/result.ts";
import type { BodySource } from "./body/parse/parse-body.ts";
import type { ContentFault } from "./content-fault.ts";
import type { ContentFile } from "./content-sources.ts";
import { ARTICLE_FIELDS, type ArticleFields, articleFieldsSchema } from "./front-matter/article-fields.ts";
import type { FieldSource } from "./front-matter/field-source.ts";
import { parseFields } from "./front-matter/parse-fields.ts";
import { readParts } from "./read-parts.ts";
import { MAX_TEXT_BYTES, readText } from "./read-text.ts";

/**
 * An article's fields and the text of its body, not yet compared with other articles. If there are faults, everything
 * else that can be read is there and is judged too: the fields without a fault, the body, and the slug, so that links
 * to the article are not faults as well.
 */
export type ReadArticle = {
  readonly file: string;
  readonly source: FieldSource | undefined;
  readonly fields: ArticleFields | undefined;
  readonly slug: string;
  readonly isDraft: boolean;
  readonly body: BodySource;
  readonly faults: readonly ContentFault[];
};

/** Reads an article's file. */
export function readArticle(content: ContentFile): ReadArticle {
  return read(content.file, readText(content));
}

/** Reads an article that was sent as the text of such a file. */
export function readArticleText(file: string, text: string): ReadArticle {
  const bytes = new TextEncoder().encode(text).length;
  if (bytes > MAX_TEXT_BYTES)
    return read(file, err({ file, found: `${bytes} bytes`, expected: `at most ${MAX_TEXT_BYTES}` }));
  return read(file, ok(cleanText(text.replace(/^\uFEFF/, ""))));
}

function read(file: string, text: Result<string, ContentFault>): ReadArticle {
  const { name, source, body, yaml, faults } = readParts(file, text);
  const nothing = { file, source: undefined, fields: undefined, slug: name, isDraft: false, body, faults };
  if (!source) return yaml === undefined ? nothing : { ...nothing, ...readRoughly(yaml, name) };
  const written = source.value.slug;
  const slug = typeof written === "string" ? written : name;
  const rest = { file, source, slug, isDraft: source.value.status === "draft", body };
  return { ...rest, ...parseFields(articleFieldsSchema, source, ARTICLE_FIELDS) };
}

/**
 * The slug and whether it is a draft, of fields that are not YAML. Otherwise a mistake in the title would make each
 * link to the article a fault too.
 */
function readRoughly(yaml: string, fileName: string): Pick<ReadArticle, "slug" | "isDraft"> {
  const written = (name: string) => {
    const line = yaml.split("\n").find((each) => each.startsWith(`${name}:`)) ?? "";
    return /^\w+:[ \t]*["']?([^\s"'#]+)/.exec(line)?.[1];
  };
  return { slug: written("slug") ?? fileName, isDraft: written("status") === "draft" };
}
