import { cleanText } from "../../model/text.ts";
import { err, ok, type Result } from "../../syntax/result.ts";
import type { BodySource } from "../body/parse/parse-body.ts";
import type { ContentFault } from "../content-fault.ts";
import type { ContentFile } from "../content-sources.ts";
import type { FieldSource } from "../front-matter/field-source.ts";
import { parseFields } from "../front-matter/parse-fields.ts";
import { readParts } from "../read-parts.ts";
import { MAX_TEXT_BYTES, readText } from "../read-text.ts";
import { PAGE_FIELDS, type PageFields, pageFieldsSchema } from "./page-fields.ts";

/** A page's fields and the text of its body, as `ReadArticle` has those of an article. */
export type ReadPage = {
  readonly file: string;
  readonly source: FieldSource | undefined;
  readonly fields: PageFields | undefined;
  readonly slug: string;
  readonly isDraft: boolean;
  readonly body: BodySource;
  readonly faults: readonly ContentFault[];
};

/** Reads a page's file. */
export function readPage(content: ContentFile): ReadPage {
  return read(content.file, readText(content));
}

/** Reads a page that was sent as the text of such a file. */
export function readPageText(file: string, text: string): ReadPage {
  const bytes = new TextEncoder().encode(text).length;
  if (bytes > MAX_TEXT_BYTES)
    return read(file, err({ file, found: `${bytes} bytes`, expected: `at most ${MAX_TEXT_BYTES}` }));
  return read(file, ok(cleanText(text.replace(/^\uFEFF/, ""))));
}

function read(file: string, text: Result<string, ContentFault>): ReadPage {
  const { name, source, body, faults } = readParts(file, text);
  if (!source) return { file, source, fields: undefined, slug: name, isDraft: false, body, faults };
  return readPageFields(source, body, name);
}

/** Reads a page whose fields and text are known. @param name the slug, unless a field says another */
export function readPageFields(source: FieldSource, body: BodySource, name: string): ReadPage {
  const written = source.value.slug;
  const slug = typeof written === "string" ? written : name;
  const rest = { file: source.file, source, slug, isDraft: source.value.status === "draft", body };
  return { ...rest, ...parseFields(pageFieldsSchema, source, PAGE_FIELDS) };
}
