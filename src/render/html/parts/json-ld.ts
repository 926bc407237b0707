import type { Article, Attachment, Image, Person } from "../../../model/article.ts";
import type { Publication } from "../../../model/publication.ts";
import { type PlainPicture, plainPicture } from "../../feed-pictures.ts";
import { sectionTitle } from "../../sections.ts";

/** The article as a schema.org NewsArticle (https://schema.org/NewsArticle). It says only what the page shows. */
export function newsArticle(article: Article, publication: Publication): Record<string, unknown> {
  const { agency, attachments, byline, canonical, corrections, dateline, image, section, tags } = article;
  const licence = article.licence ?? publication.licence;
  const rights = article.rights ?? publication.rights;
  const publisher = organisationOf(publication);
  const source = agency && { "@type": "Organization", name: agency.name, url: agency.url };
  return present({
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    "@id": article.id,
    mainEntityOfPage: article.url,
    url: article.url,
    headline: article.title,
    description: article.summary,
    image: image && imageObject(image, plainPicture(article)),
    datePublished: article.published,
    dateModified: article.updated,
    author: byline.length > 0 ? byline.map(personObject) : [source ?? publisher],
    sourceOrganization: source,
    publisher,
    dateline,
    articleSection: section && sectionTitle(section, publication),
    keywords: tags,
    inLanguage: article.language,
    isAccessibleForFree: true,
    isBasedOn: canonical,
    associatedMedia: attachments.map(mediaObject),
    correction: corrections.map(({ time, text }) => ({ "@type": "CorrectionComment", datePublished: time, text })),
    copyrightNotice: rights,
    license: licence,
    creativeWorkStatus: article.status === "draft" ? "Draft" : undefined,
  });
}

function organisationOf({ title, address, logo }: Publication) {
  const picture = logo && { "@type": "ImageObject", url: logo.url, width: logo.width, height: logo.height };
  return { "@type": "NewsMediaOrganization", name: title, url: `${address}/`, logo: picture };
}

function personObject({ name, url, email }: Person) {
  return { "@type": "Person", name, url, email };
}

/** Returns undefined if there is no file: programs cannot use a caption without a picture. */
function imageObject({ alternativeText, caption, credit }: Image, file: PlainPicture | undefined) {
  if (!file) return undefined;
  const { url, width, height } = file;
  return { "@type": "ImageObject", url, width, height, description: alternativeText, caption, creditText: credit };
}

function mediaObject({ file, title }: Attachment) {
  const { url, mediaType, length, duration } = file;
  const [family] = mediaType.split("/");
  const type = family === "audio" ? "AudioObject" : family === "video" ? "VideoObject" : "MediaObject";
  return {
    "@type": type,
    name: title,
    contentUrl: url,
    encodingFormat: mediaType,
    contentSize: length === 0 ? undefined : `${length} B`,
    duration: duration === undefined ? undefined : `PT${duration}S`,
  };
}

/** The members that are not undefined and not an empty list. */
function present(members: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(members).filter(([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0)),
  );
}

/**
 * JSON for use in a `<script>`: no text in it can close the element or open a comment (HTML Standard, 4.12.1.3
 * "Restrictions for contents of script elements").
 */
export function jsonForScript(value: unknown): string {
  return JSON.stringify(value).replace(/[<>&]/g, (sign) => `\\u00${sign.charCodeAt(0).toString(16)}`);
}
