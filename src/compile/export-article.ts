import { stringify } from "yaml";
import type { Agency, Article, Attachment, Person } from "../model/article.ts";
import type { MediaFile } from "../model/media-file.ts";
import { MEDIA_PREFIX, PLACEHOLDER_ORIGIN } from "../site/addresses.ts";
import { hasDerivedSummary } from "./derived-summary.ts";
import { exportBody, type MediaName } from "./export-body.ts";

/**
 * Writes the content file `<slug>.html` from which an article is compiled. The file compiles to the same article again
 * if the files it names and the articles it links to are there as well. Addresses of our own must be below the stand-in
 * host, as in a stored article.
 */
export function exportArticle(article: Article, mediaName: MediaName): string {
  const { image, attachments, byline, agency, tags, corrections, formerSlugs } = article;
  const fields = {
    id: article.id,
    title: article.title,
    // A summary that the text gives is left to the text, so that it changes with it.
    summary: hasDerivedSummary(article) ? undefined : article.summary,
    byline: orNothing(byline.map(orName)),
    agency: agency && orName(agency),
    dateline: article.dateline,
    published: article.published,
    updated: article.updated,
    language: article.language,
    section: article.section,
    tags: orNothing(tags),
    image: image && {
      ...(image.file && fileFields(image.file, mediaName)),
      alt: image.alternativeText,
      caption: image.caption,
      credit: image.credit,
    },
    attachments: orNothing(attachments.map((each) => attachmentFields(each, mediaName))),
    canonical: article.canonical,
    rights: article.rights,
    licence: article.licence,
    status: article.status,
    corrections: orNothing(corrections),
    scheduledFor: article.scheduledFor,
    unpublishAt: article.unpublishAt,
    formerSlugs: orNothing(formerSlugs),
    formerPaths: article.formerPaths,
    retraction: article.retraction,
  };
  // No folded lines and no aliases, so that a person can change a value and a program can compare two files.
  const yaml = stringify(fields, { lineWidth: 0, blockQuote: false, aliasDuplicateObjects: false });
  return `---\n${yaml}---\n${exportBody(article.body, mediaName)}\n`;
}

/** Returns undefined for an empty list, since an article without the field has an empty list too. */
function orNothing<Each>(list: readonly Each[]): readonly Each[] | undefined {
  return list.length > 0 ? list : undefined;
}

function orName<Named extends Person | Agency>(named: Named): Named | string {
  return Object.keys(named).length === 1 ? named.name : named;
}

function attachmentFields(
  { file, title, art, chaptersUrl, transcripts, alternates, ...episode }: Attachment,
  mediaName: MediaName,
) {
  return {
    ...fileFields(file, mediaName),
    title,
    ...episode,
    chaptersUrl: chaptersUrl === undefined ? undefined : nameOf(chaptersUrl, mediaName),
    art: art === undefined ? undefined : nameOf(art, mediaName),
    alternates: alternates?.map(({ file: other, ...about }) => ({ ...fileFields(other, mediaName), ...about })),
    transcripts: transcripts?.map(({ url, mediaType, language }) => ({
      src: nameOf(url, mediaName),
      mediaType: isOurs(url) ? undefined : mediaType,
      language,
    })),
  };
}

function isOurs(url: string): boolean {
  return url.startsWith(PLACEHOLDER_ORIGIN + MEDIA_PREFIX);
}

/** The fields of a file. The bytes of a file of ours tell everything but its duration. */
export function fileFields({ url, duration, ...facts }: MediaFile, mediaName: MediaName) {
  return { src: nameOf(url, mediaName), ...(isOurs(url) ? {} : facts), duration };
}

/** The name of a file of ours, or the address of any other. */
function nameOf(url: string, mediaName: MediaName): string {
  if (!isOurs(url)) return url;
  const name = mediaName(url);
  // A name that begins like these would be taken for the path to content/media, or for an address.
  return /^(?:\.{1,2}\/|media\/|https?:)/i.test(name) ? `./${name}` : name;
}
