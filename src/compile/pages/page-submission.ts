import type { Page } from "../../model/page.ts";
import { err, ok, type Result } from "../../syntax/result.ts";
import { bodyReferences } from "../body/resolve/body-references.ts";
import { quoted } from "../content-fault.ts";
import { parseFields } from "../front-matter/parse-fields.ts";
import type { MediaFacts } from "../media/media-facts.ts";
import { mediaReferenceOf } from "../media/use-media.ts";
import { TEXT_MEMBERS, type TextMember } from "../submission/article-input-schema.ts";
import { listed, uploadedMedia } from "../submission/compile-submission.ts";
import { lookupName, lookupPath } from "../submission/parse-submission.ts";
import { readJson } from "../submission/read-json.ts";
import type { Submission, SubmissionFault } from "../submission/submission.ts";
import { compilePage, type ParsedPage, parsePage } from "./compile-page.ts";
import { PAGE_INPUT_FIELDS, partialPageSchema } from "./page-json.ts";
import { type ReadPage, readPageText } from "./read-page.ts";

/** A page as it was sent, parsed. The members are as in `ParsedSubmission`. */
export type PageSubmission = { readonly slug: string; readonly page: ParsedPage; readonly textMember: TextMember };

/** Never fails: faults are part of the parsed page. */
export function parsePageSubmission({ mediaType, text, slug }: Submission): PageSubmission {
  if (mediaType === "application/json") return readJsonPage(text, slug);
  const file = `${slug}.${mediaType === "text/markdown" ? "md" : "html"}`;
  return { slug, page: parsePage(readPageText(file, text)), textMember: "body" };
}

function readJsonPage(text: string, slug: string): PageSubmission {
  const json = readJson(slug, text);
  const nothing = { file: slug, source: undefined, fields: undefined, slug, isDraft: false } as const;
  if (!json.ok) {
    const read = { ...nothing, body: { format: "html", text: "" }, faults: [json.error] } as const;
    return { slug, page: parsePage(read), textMember: "body" };
  }
  const source = json.value;
  const { fields, faults } = parseFields(partialPageSchema, source, PAGE_INPUT_FIELDS);
  const [textMember = "body", ...more] = TEXT_MEMBERS.filter((member) => source.value[member] !== undefined);
  const written = source.value[textMember];
  const expected = "the text once: as HTML in body, or as Markdown in markdown";
  const isOnce = written !== undefined && more.length === 0;
  const read: ReadPage = {
    file: slug,
    source,
    fields: fields && { ...fields, navigation: fields.navigation ?? "none", status: fields.status ?? "published" },
    slug: typeof source.value.slug === "string" ? source.value.slug : slug,
    isDraft: source.value.status === "draft",
    body: { format: textMember === "body" ? "html" : "markdown", text: typeof written === "string" ? written : "" },
    faults: [...faults, ...(isOnce ? [] : [source.faultAt([textMember], expected)])],
  };
  return { slug, page: parsePage(read), textMember };
}

/** What a page names that is elsewhere, as `submissionReferences` lists it for an article. */
export function pageReferences({ page: { read, body } }: PageSubmission, origin: string | undefined) {
  const media = new Set<string>();
  const articles = new Set<string>();
  for (const target of body ? bodyReferences(body, origin) : []) {
    if (target.kind === "article") articles.add(target.slug);
    else if (target.kind === "served file") media.add(lookupPath(target.path));
    else if (target.kind === "named file" && !target.hasQuery) media.add(lookupName(target.name));
  }
  const src = read.fields?.image?.src;
  const reference = src === undefined ? undefined : mediaReferenceOf(src, {}, origin);
  if (reference) media.add(reference.kind === "name" ? lookupName(reference.name) : lookupPath(reference.path));
  return { media: [...media], articles: [...articles] };
}

type PageSubmissionSetting = {
  readonly language: string;
  /** The address that the service is reached at. */
  readonly origin: string;
  /** As in `SubmissionSetting`. */
  readonly media: (name: string) => MediaFacts | undefined;
};

/** Makes the page, or lists everything that is wrong with it. */
export function compilePageSubmission(
  { slug, page, textMember }: PageSubmission,
  { language, origin, media }: PageSubmissionSetting,
): Result<
  { readonly page: Page; readonly warnings: readonly SubmissionFault[] },
  { readonly faults: readonly SubmissionFault[]; readonly warnings: readonly SubmissionFault[] }
> {
  const { source, slug: written } = page.read;
  const compiled = compilePage(page, {
    language,
    destinations: { media: uploadedMedia(media), drafts: new Set(), origin },
  });
  const warnings = listed(compiled.warnings, textMember);
  const moved =
    source && written !== slug ? [source.faultAt(["slug"], `${quoted(slug)}, as in the address, or no slug`)] : [];
  const faults = [...compiled.faults, ...moved];
  if (!compiled.page || faults.length > 0) return err({ faults: listed(faults, textMember), warnings });
  return ok({ page: compiled.page, warnings });
}
