import { stringify } from "yaml";
import { articlePath } from "../../site/addresses.ts";
import { attachmentFields, type FetchedFiles } from "../media/attachment-fields.ts";
import { figureOf } from "../media/media-html.ts";
import { placeMedia } from "../media/place-media.ts";
import type { AttachedFile } from "../media/sort-enclosures.ts";
import type { ImportedEntry, Picture } from "./imported-entry.ts";
import type { OldAddress } from "./old-address.ts";

/** Facts that are known once an article has an id and a slug and its files were fetched. */
export type ArticlePlace = FetchedFiles & {
  readonly id: string;
  readonly slug: string;
  readonly isFree: (formerPath: string) => boolean;
};

/**
 * What an article says before it has an id and a slug. It is plain data, so that another thread can make it.
 *
 * - `fields` are the lines of the front matter that depend on nothing else, as YAML.
 * - `old` is where the article was before.
 * - `lead` is the lead picture.
 * - `html` is the body, with its files at their old addresses.
 */
export type ArticleDraft = {
  readonly fields: string;
  readonly old: OldAddress;
  readonly lead: Picture | undefined;
  readonly attachments: readonly AttachedFile[];
  readonly episode: ImportedEntry["episode"];
  readonly html: string;
};

/** Fields as YAML, each value on one line or as a block. No field refers to another one. */
export function yamlOf(fields: Readonly<Record<string, unknown>>): string {
  return stringify(fields, { lineWidth: 0, aliasDuplicateObjects: false });
}

/** The text of an article's file. */
export function articleText(draft: ArticleDraft, { id, slug, isFree, media, lengths }: ArticlePlace): string {
  const { fields, old, lead, attachments, episode, html } = draft;
  const { formerPaths, canonical } = old;
  const own = articlePath(slug);
  const paths = formerPaths.filter((path) => path !== own && isFree(path));
  const image = lead && leadFields(lead, media);
  const others = {
    ...(image && { image }),
    ...(attachments.length > 0 && { attachments: attachmentFields(attachments, episode, { media, lengths }) }),
    ...(canonical !== undefined && { canonical }),
    ...(paths.length > 0 && { formerPaths: paths }),
  };
  const figure = lead && image === undefined ? `${figureOf(lead)}\n` : "";
  // YAML of nothing would be `{}`.
  const last = Object.keys(others).length > 0 ? yamlOf(others) : "";
  return `---\n${yamlOf({ id })}${fields}${last}---\n${figure}${placeMedia(html, media)}\n`;
}

/**
 * The lead picture as a field. A picture elsewhere needs a media type there; without one it is a figure in the text.
 */
export function leadFields(
  lead: Picture,
  media: ReadonlyMap<string, string>,
): Readonly<Record<string, unknown>> | undefined {
  const { url, mediaType, alternativeText: alt = "", caption, credit } = lead;
  const name = media.get(url);
  if (name === undefined && mediaType === undefined) return undefined;
  return {
    src: name ?? url,
    ...(name === undefined && { mediaType }),
    alt,
    ...(caption !== undefined && { caption }),
    ...(credit !== undefined && { credit }),
  };
}
