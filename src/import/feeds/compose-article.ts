import { stringify } from "yaml";
import { MAX_TEXT_BYTES } from "../../compile/read-text.ts";
import { webAddress } from "../../model/schema.ts";
import type { TagAuthority } from "../../model/tag-uri.ts";
import { cleanLine } from "../../model/text.ts";
import { articlePath } from "../../site/addresses.ts";
import { figureOf, playerOf } from "./entry-media.ts";
import type { ImportedEntry } from "./imported-entry.ts";
import { oldAddress, suggestedSlug } from "./old-address.ts";
import { picturesIn, placePictures } from "./place-pictures.ts";
import { repairBody } from "./repair-body.ts";
import { fieldsOf, idOf, titleOf } from "./resolve-entry.ts";

/** What an import gives every entry. `site` is where the entries were, `published` the time of those that have none. */
export type ImportContext = {
  readonly identity: TagAuthority;
  readonly site: string | undefined;
  readonly language: string;
  readonly section: string | undefined;
  readonly published: ImportedEntry["published"];
};

/** What only the place an article gets can say. `media` are names in content/media of pictures, by their outside address. */
export type ArticlePlace = {
  readonly slug: string;
  readonly isFree: (formerPath: string) => boolean;
  readonly media: ReadonlyMap<string, string>;
};

/** An article to be written once its slug is known: `text` makes its file. `pictures` are the outside addresses of those it shows. */
export type ComposedArticle =
  | {
      readonly ok: true;
      readonly id: string;
      readonly slug: string;
      readonly status: ImportedEntry["status"];
      readonly pictures: readonly string[];
      readonly text: (place: ArticlePlace) => string;
      readonly changes: readonly string[];
    }
  | { readonly ok: false; readonly message: string };

/** The room that is left for the fields of a file. */
const FIELDS_BYTES = 200_000;

/** An entry as the file of an article that compiles, or why it cannot be one. */
export function composeArticle(entry: ImportedEntry, context: ImportContext): ComposedArticle {
  const published = entry.published ?? context.published;
  if (published === undefined) return failed("no time; expected one, or the option --published for all that have none");
  if (entry.html.length > MAX_TEXT_BYTES) return failed(`more than ${MAX_TEXT_BYTES} characters of text`);
  const source = entry.html + entry.enclosures.map((each) => playerOf(each, entry.html)).join("");
  const mended = repairBody(source, { page: entry.link, base: entry.base });
  if (!mended.ok) return failed(mended.message);
  const lead = leadPicture(entry, mended.html);
  if (cleanLine(entry.title) === "" && mended.html === "" && !lead) return failed("neither a title nor a word");
  const title = titleOf({ ...entry, published }, mended.text, context.language);
  if (Buffer.byteLength(mended.html) > MAX_TEXT_BYTES - FIELDS_BYTES)
    return failed(`more than ${MAX_TEXT_BYTES - FIELDS_BYTES} bytes of text`);
  const id = idOf(entry, context);
  const fields = fieldsOf(entry, published, { id, title, section: context.section });
  const text = ({ slug, isFree, media }: ArticlePlace): string => {
    const { formerPaths, canonical } = oldAddress(entry, context.site, articlePath(slug));
    const paths = formerPaths.filter(isFree);
    const file = lead && media.get(lead.url);
    const { alternativeText: alt = "", caption } = lead ?? {};
    const all = {
      ...fields,
      ...(file !== undefined && { image: { src: file, alt, ...(caption !== undefined && { caption }) } }),
      ...(canonical !== undefined && { canonical }),
      ...(paths.length > 0 && { formerPaths: paths }),
    };
    const figure = lead && file === undefined ? `${figureOf(lead)}\n` : "";
    const yaml = stringify(all, { lineWidth: 0, aliasDuplicateObjects: false });
    return `---\n${yaml}---\n${figure}${placePictures(mended.html, media)}\n`;
  };
  return {
    ok: true,
    id,
    slug: suggestedSlug(entry, id),
    status: entry.status,
    pictures: [...(lead ? [lead.url] : []), ...picturesIn(mended.html)],
    text,
    changes: mended.changes,
  };
}

/** The entry's picture, unless its text shows it itself. */
function leadPicture({ picture }: ImportedEntry, html: string): ImportedEntry["picture"] {
  const url = webAddress.safeParse(picture?.url).data;
  if (!picture || url === undefined || picturesIn(html).includes(url)) return undefined;
  const caption = cleanLine(picture.caption ?? "") || undefined;
  return { url, alternativeText: cleanLine(picture.alternativeText ?? ""), caption };
}

function failed(message: string): ComposedArticle {
  return { ok: false, message };
}
