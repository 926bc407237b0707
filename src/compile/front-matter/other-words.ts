import { hintAt } from "../nearest.ts";

/**
 * Words that other systems, and earlier versions of the JSON form, have for our fields, without their capitals,
 * hyphens and underscores. A word may mean several fields: the first that is allowed at the place counts.
 */
const OTHER_WORDS: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    abstract: ["summary"],
    aliases: ["formerPaths"],
    alternative: ["alt"],
    alternativetext: ["alt"],
    alttext: ["alt"],
    attribution: ["credit"],
    author: ["byline"],
    authors: ["byline"],
    bodyhtml: ["body"],
    bodymarkdown: ["markdown"],
    bytes: ["length"],
    canonicalurl: ["canonical"],
    categories: ["tags"],
    category: ["section"],
    content: ["body"],
    contenthtml: ["body"],
    contentmarkdown: ["markdown"],
    contenttext: ["markdown"],
    contenttype: ["mediaType"],
    copyright: ["rights"],
    cover: ["image", "art"],
    coverimage: ["image", "art"],
    creator: ["byline"],
    date: ["published", "time"],
    datemodified: ["updated"],
    datepublished: ["published"],
    dek: ["summary"],
    description: ["summary", "alt"],
    embargo: ["scheduledFor"],
    enclosure: ["attachments"],
    enclosures: ["attachments"],
    excerpt: ["summary"],
    expires: ["unpublishAt"],
    expirydate: ["unpublishAt"],
    featuredimage: ["image"],
    file: ["src"],
    files: ["attachments"],
    filesize: ["length"],
    guid: ["id"],
    headline: ["title"],
    href: ["src", "url"],
    html: ["body"],
    image: ["art"],
    keywords: ["tags"],
    labels: ["tags"],
    lang: ["language"],
    lastmod: ["updated"],
    lede: ["summary"],
    license: ["licence"],
    link: ["canonical", "url", "src"],
    locale: ["language"],
    location: ["dateline"],
    md: ["markdown"],
    media: ["attachments"],
    message: ["reason", "text"],
    mime: ["mediaType"],
    mimetype: ["mediaType"],
    modified: ["updated"],
    permalink: ["slug"],
    photo: ["image"],
    photographer: ["credit"],
    picture: ["image"],
    place: ["dateline"],
    pubdate: ["published"],
    publicationdate: ["published"],
    publishat: ["scheduledFor"],
    publishdate: ["published"],
    publishedat: ["published"],
    redirectfrom: ["formerPaths"],
    redirects: ["formerPaths"],
    seconds: ["duration"],
    size: ["length"],
    sizeinbytes: ["length"],
    source: ["src", "agency"],
    standfirst: ["summary"],
    subtitle: ["summary"],
    tag: ["tags"],
    taxonomies: ["tags"],
    teaser: ["summary"],
    text: ["markdown", "reason"],
    thumbnail: ["image", "art"],
    time: ["published"],
    type: ["mediaType"],
    updatedat: ["updated"],
    uri: ["src", "url"],
    url: ["src", "canonical"],
    website: ["url"],
    writer: ["byline"],
  }),
);

/** Words of the JSON form of earlier versions. */
const FORMER_WORDS: ReadonlyMap<string, string> = new Map([
  ["image.alternativeText", "alt"],
  ["image.file", "src, with mediaType, length, width, height and duration beside it"],
  ["attachments.file", "src, with mediaType, length, width, height and duration beside it"],
  ["attachments.transcripts.url", "src"],
]);

/**
 * What to append to a message about an unknown field: which of the known fields the author may have meant, by what the
 * word means or by how it is written.
 *
 * @param within the names of the fields around it, joined by dots; empty at the top level
 */
export function hintAtField(name: string, within: string, known: readonly string[]): string {
  const former = FORMER_WORDS.get(`${within}.${name}`);
  if (former !== undefined) return `; ${name} is now called ${former}`;
  const word = name.toLowerCase().replaceAll(/[\s_-]/g, "");
  const meant = OTHER_WORDS.get(word)?.find((each) => known.includes(each));
  return meant === undefined ? hintAt(name, known) : `; did you mean "${meant}"?`;
}
