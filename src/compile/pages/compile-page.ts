import { type Page, pageSchema } from "../../model/page.ts";
import { PLACEHOLDER_ORIGIN, pagePath } from "../../site/addresses.ts";
import { formerPathKey } from "../../site/former-path.ts";
import type { BodyNote } from "../body/body-report.ts";
import { emitBody } from "../body/emit/emit-body.ts";
import { type ParsedBody, parseBody } from "../body/parse/parse-body.ts";
import type { Destinations } from "../body/resolve/resolve-address.ts";
import { resolveBody } from "../body/resolve/resolve-body.ts";
import { type ContentFault, quoted } from "../content-fault.ts";
import { summaryOf } from "../derived-summary.ts";
import type { MediaFacts } from "../media/media-facts.ts";
import type { MediaUse } from "../media/use-media.ts";
import { withBodyNotes } from "../parse-article.ts";
import { imageOf } from "../resolve-article.ts";
import { ownPathFault } from "./own-path-fault.ts";
import type { ReadPage } from "./read-page.ts";

/** A page whose body is a tree. Nothing has been looked up for it. */
export type ParsedPage = {
  readonly read: ReadPage;
  readonly body: ParsedBody | undefined;
  readonly faults: readonly ContentFault[];
  readonly warnings: readonly ContentFault[];
};

/** What a page is compiled beside: the publication's language, for pages that name none, and what links may lead to. */
export type PageSetting = { readonly language: string | undefined; readonly destinations: Destinations };

/** `page` is undefined if anything is at fault. `media` are all files of ours that it names, as far as they are there. */
export type CompiledPage = {
  readonly read: ReadPage;
  readonly page: Page | undefined;
  readonly media: readonly MediaFacts[];
  readonly faults: readonly ContentFault[];
  readonly warnings: readonly ContentFault[];
};

/** The first stage of a page, as `parseArticle` is that of an article. */
export function parsePage(read: ReadPage): ParsedPage {
  const { file } = read;
  const parsing = withBodyNotes(file, () => parseBody(read.body));
  const { value: body } = parsing;
  const notes = (list: readonly BodyNote[] = []) =>
    list.map((note): ContentFault => ({ file, path: ["body"], ...note }));
  return {
    read,
    body,
    faults: [...read.faults, ...notes(body?.faults), ...parsing.faults],
    warnings: [...notes(body?.warnings), ...parsing.warnings],
  };
}

/** Finds everything that a page names among the setting's destinations, and makes the page of the model. */
export function compilePage({ read, body: parsed, ...notes }: ParsedPage, setting: PageSetting): CompiledPage {
  const { file, source, fields, slug } = read;
  const { destinations } = setting;
  const url = PLACEHOLDER_ORIGIN + pagePath(slug.toWellFormed());
  const emitting = withBodyNotes(file, (report) => {
    const resolved = parsed && resolveBody(parsed, { slug, page: url, destinations }, report);
    return resolved && emitBody(resolved, undefined, report);
  });
  const body = emitting.value;
  const faults = [...notes.faults, ...emitting.faults];
  const warnings = [...notes.warnings, ...emitting.warnings];
  const media = [...(body?.media ?? [])];
  const failed = (): CompiledPage => ({ read, page: undefined, media, faults, warnings });
  if (!source) return failed();
  if (source.value.title === undefined) faults.push(source.faultAt(["title"], "a title: every page has one"));
  const wrongSlug = slugFault(read);
  if (wrongSlug) faults.push(wrongSlug);
  if (!fields) return failed();
  const own = formerPathKey(pagePath(slug.toWellFormed()));
  (fields.formerPaths ?? []).forEach((path, index) => {
    if (formerPathKey(path) === own)
      faults.push(source.faultAt(["formerPaths", index], "paths that it had before, not the present one"));
  });
  const use: MediaUse = {
    folder: destinations.media,
    origin: destinations.origin,
    report: (fault) => faults.push(fault),
    use: (facts) => media.push(facts),
  };
  const image = imageOf(fields, source, use, warnings);
  if (faults.length > 0 || !body) return failed();
  const language = fields.language ?? setting.language ?? "en";
  const page = pageSchema.parse({
    slug,
    url,
    title: fields.title,
    description: fields.description ?? summaryOf(body.opening, { image, attachments: [], language }),
    language,
    image,
    body: body.html,
    navigation: fields.navigation,
    order: fields.order,
    status: fields.status,
    formerPaths: fields.formerPaths,
  });
  return { read, page, media, faults, warnings };
}

/** A slug that comes from the name of the file has not been checked yet. No page may be where the service answers. */
function slugFault({ file, source, slug }: ReadPage): ContentFault | undefined {
  if (!source) return undefined;
  const isValid = pageSchema.shape.slug.safeParse(slug).success;
  if (!isValid && source.value.slug !== undefined) return undefined;
  const found = quoted(isValid ? slug : file.slice(file.lastIndexOf("/") + 1));
  if (!isValid)
    return {
      ...source.faultAt(["slug"], "a file name that can be an address, such as about.md, or a field slug"),
      found,
    };
  const taken = ownPathFault(slug);
  return taken === undefined ? undefined : { ...source.faultAt(["slug"], taken), found };
}
