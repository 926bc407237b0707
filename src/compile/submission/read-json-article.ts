import type { FieldPath } from "../content-fault.ts";
import type { ArticleFields } from "../front-matter/article-fields.ts";
import { parseFields } from "../front-matter/parse-fields.ts";
import type { ReadArticle } from "../read-article.ts";
import { ARTICLE_INPUT_FIELDS, type PartialInput, partialInputSchema } from "./article-input-schema.ts";
import { readJson } from "./read-json.ts";

/**
 * Reads an article that was sent as JSON. The result has the fields of front matter, as if it had been read from a
 * file.
 */
export function readJsonArticle(file: string, text: string, slug: string): ReadArticle {
  const read = readJson(file, text);
  const nothing = { file, source: undefined, fields: undefined, slug, isDraft: false } as const;
  if (!read.ok) return { ...nothing, body: { format: "html", text: "" }, faults: [read.error] };
  const source = read.value;
  const { fields, faults } = parseFields(partialInputSchema, source, ARTICLE_INPUT_FIELDS);
  const noBody =
    source.value.body === undefined ? [source.faultAt(["body"], "the text as HTML: every article has one")] : [];
  return {
    file,
    source: { ...source, faultAt: (path, expected) => source.faultAt(pathInModel(path), expected) },
    fields: fields && fieldsOf(fields),
    slug,
    isDraft: source.value.status === "draft",
    body: { format: "html", text: typeof source.value.body === "string" ? source.value.body : "" },
    faults: [...faults, ...noBody],
  };
}

function fieldsOf({
  url: _url,
  related: _related,
  body: _body,
  minor: _minor,
  image,
  attachments,
  ...fields
}: PartialInput): ArticleFields {
  return {
    ...fields,
    tags: fields.tags ?? [],
    corrections: fields.corrections ?? [],
    formerSlugs: fields.formerSlugs ?? [],
    image: image && imageFields(image),
    attachments: (attachments ?? []).map(({ file: { url, ...facts }, transcripts, alternates, ...rest }) => ({
      src: url,
      ...facts,
      ...rest,
      transcripts: transcripts?.map(({ url: src, ...words }) => ({ src, ...words })),
      alternates: alternates?.map(({ file: { url: src, ...others }, ...about }) => ({ src, ...others, ...about })),
    })),
  };
}

function imageFields({ file, alternativeText, caption, credit }: NonNullable<PartialInput["image"]>) {
  const { url, ...facts } = file ?? {};
  return { src: url, alt: alternativeText, caption, credit, ...facts };
}

/**
 * Front matter is flatter than the model and has shorter names: a fault at one of them is told at its place in the
 * model.
 */
const NAMES_IN_MODEL: Readonly<Record<string, FieldPath>> = {
  src: ["file", "url"],
  alt: ["alternativeText"],
  mediaType: ["file", "mediaType"],
  length: ["file", "length"],
};

function pathInModel(path: FieldPath): FieldPath {
  const last = path.at(-1);
  // A transcript has its address and media type beside one another.
  if (path[2] === "transcripts") return last === "src" ? [...path.slice(0, -1), "url"] : path;
  const isOfFile = path[0] === "image" || path[0] === "attachments";
  const inModel = isOfFile && typeof last === "string" ? NAMES_IN_MODEL[last] : undefined;
  return inModel ? [...path.slice(0, -1), ...inModel] : path;
}
