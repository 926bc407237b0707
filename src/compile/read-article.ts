import { type BodySource, formatOfFile } from "./body/body-format.ts";
import type { ContentFault } from "./content-fault.ts";
import { ARTICLE_FILE, type ContentFile } from "./content-sources.ts";
import { ARTICLE_FIELDS, type ArticleFields, articleFieldsSchema } from "./front-matter/article-fields.ts";
import type { FieldSource } from "./front-matter/field-source.ts";
import { parseFields } from "./front-matter/parse-fields.ts";
import { readYaml } from "./front-matter/read-yaml.ts";
import { splitFrontMatter } from "./front-matter/split-front-matter.ts";
import { readText } from "./read-text.ts";

/**
 * An article's file, read but not yet seen beside the others. Where it has faults, what can still be read is, to be judged: the fields without
 * fault, the body, and the slug, so that links to it are no faults as well.
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

/** Far more than an article's fields take, in characters. A name is held against all before it, so the time grows with the square. */
const MAX_FIELDS = 100_000;

export function readArticle(content: ContentFile): ReadArticle {
  const { file } = content;
  const fileName = file
    .slice(file.lastIndexOf("/") + 1)
    .replace(ARTICLE_FILE, "")
    .normalize("NFC");
  const format = formatOfFile(file);
  const empty: BodySource = { format, text: "" };
  const nothing = { file, source: undefined, fields: undefined, slug: fileName, isDraft: false, body: empty };
  const read = readText(content);
  if (!read.ok) return { ...nothing, faults: [read.fault] };
  const split = splitFrontMatter(read.text);
  if (!split) {
    const expected = "fields between two lines --- at the beginning of the file, the first of them in line 1";
    return { ...nothing, faults: [{ file, line: 1, expected }] };
  }
  const body: BodySource = { format, text: split.body };
  if (split.yaml.length > MAX_FIELDS) {
    const fault = {
      file,
      line: 1,
      found: `${split.yaml.length} characters of fields`,
      expected: `at most ${MAX_FIELDS}`,
    };
    return { ...nothing, body, faults: [fault] };
  }
  const yaml = readYaml(file, split.yaml);
  if (!yaml.ok) return { ...nothing, body, faults: yaml.faults };
  const { source } = yaml;
  const written = source.value.slug;
  const slug = typeof written === "string" ? written : fileName;
  const rest = { file, source, slug, isDraft: source.value.status === "draft", body };
  return { ...rest, ...parseFields(articleFieldsSchema, source, ARTICLE_FIELDS) };
}
