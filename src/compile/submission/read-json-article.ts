import type { ContentFault } from "../content-fault.ts";
import type { ArticleFields } from "../front-matter/article-fields.ts";
import type { FieldSource } from "../front-matter/field-source.ts";
import { parseFields } from "../front-matter/parse-fields.ts";
import type { ReadArticle } from "../read-article.ts";
import {
  ARTICLE_INPUT_FIELDS,
  type PartialInput,
  partialInputSchema,
  TEXT_MEMBERS,
  type TextMember,
} from "./article-input-schema.ts";
import { readJson } from "./read-json.ts";

/** An article that was sent as JSON. `textMember` has its text. */
export type ReadJsonArticle = { readonly article: ReadArticle; readonly textMember: TextMember };

/**
 * Reads an article that was sent as JSON. The result has the fields of front matter, as if it had been read from a
 * file.
 */
export function readJsonArticle(file: string, text: string, slug: string): ReadJsonArticle {
  const read = readJson(file, text);
  const nothing = { file, source: undefined, fields: undefined, slug, isDraft: false } as const;
  if (!read.ok)
    return { article: { ...nothing, body: { format: "html", text: "" }, faults: [read.error] }, textMember: "body" };
  const source = read.value;
  const { fields, faults } = parseFields(partialInputSchema, source, ARTICLE_INPUT_FIELDS);
  const [textMember = "body", ...more] = TEXT_MEMBERS.filter((member) => source.value[member] !== undefined);
  const written = source.value[textMember];
  return {
    textMember,
    article: {
      file,
      source,
      fields: fields && fieldsOf(fields),
      slug,
      isDraft: source.value.status === "draft",
      body: { format: textMember === "body" ? "html" : "markdown", text: typeof written === "string" ? written : "" },
      faults: [...faults, ...textFaults(source, more, written)],
    },
  };
}

function textFaults(source: FieldSource, more: readonly TextMember[], written: unknown): readonly ContentFault[] {
  if (written === undefined) {
    const expected = "the text as HTML, or as Markdown in a member markdown: every article has one";
    return [source.faultAt(["body"], expected)];
  }
  return more.map((member) => ({
    ...source.faultAt([member], "body (HTML) or markdown (Markdown), one of them"),
    found: "the text twice",
  }));
}

function fieldsOf({
  url: _url,
  related: _related,
  body: _body,
  markdown: _markdown,
  minor: _minor,
  ...fields
}: PartialInput): ArticleFields {
  const { tags = [], corrections = [], formerSlugs = [], attachments = [] } = fields;
  return { ...fields, tags, corrections, formerSlugs, attachments };
}
