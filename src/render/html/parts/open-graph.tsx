/** Open Graph (https://ogp.me) and X's additions: the preview that other sites show for a link to the page. */
import type { Article } from "../../../model/article.ts";
import type { Feed } from "../../../model/feed.ts";
import type { MediaFile } from "../../../model/media-file.ts";
import type { Page } from "../../../model/page.ts";
import type { Publication } from "../../../model/publication.ts";
import { documentAddresses } from "../../../site/feed-links.ts";
import { feedDescription } from "../../feed-description.ts";
import { type PlainPicture, plainPicture } from "../../feed-pictures.ts";
import { sectionTitle } from "../../sections.ts";
import { languageFacts } from "../language-facts.ts";

/** The preview of a feed's page. */
export function FeedOpenGraph({ feed }: { feed: Feed }) {
  const { publication, title } = feed;
  const picture = previewPicture(publication);
  return (
    <>
      <meta property="og:type" content="website" />
      <meta property="og:title" content={title} />
      <meta property="og:description" content={feedDescription(feed)} />
      <meta property="og:url" content={documentAddresses(feed).html} />
      <Locale language={publication.language} />
      {picture && <Picture file={picture} alternativeText={publication.title} />}
      <meta name="twitter:card" content="summary" />
    </>
  );
}

/** The picture of the publication. Sites that show previews do not show SVG. */
function previewPicture({ logo, icon }: Publication): MediaFile | undefined {
  return [logo, icon].find((file) => file !== undefined && file.mediaType !== "image/svg+xml");
}

/** The preview of an article's page. */
export function ArticleOpenGraph({ article, publication }: { article: Article; publication: Publication }) {
  const { byline, image, language, published, section, summary, tags, title, updated, url } = article;
  const fallback = previewPicture(publication);
  return (
    <>
      <meta property="og:type" content="article" />
      <meta property="og:site_name" content={publication.title} />
      <meta property="og:title" content={title} />
      <meta property="og:description" content={summary} />
      <meta property="og:url" content={url} />
      <Locale language={language} />
      {image?.file ? (
        <Picture file={plainPicture(article) ?? image.file} alternativeText={image.alternativeText} />
      ) : (
        fallback && <Picture file={fallback} alternativeText={publication.title} />
      )}
      <meta property="article:published_time" content={published} />
      <meta property="article:modified_time" content={updated} />
      {byline.map((person) => person.url && <meta property="article:author" content={person.url} />)}
      {section && <meta property="article:section" content={sectionTitle(section, publication)} />}
      {tags.map((tag) => (
        <meta property="article:tag" content={tag} />
      ))}
      <meta name="twitter:card" content={image?.file ? "summary_large_image" : "summary"} />
    </>
  );
}

/** The preview of a page beside the articles. */
export function PageOpenGraph({ page, publication }: { page: Page; publication: Publication }) {
  const { description, image, language, title, url } = page;
  const fallback = previewPicture(publication);
  return (
    <>
      <meta property="og:type" content="website" />
      <meta property="og:site_name" content={publication.title} />
      <meta property="og:title" content={title} />
      <meta property="og:description" content={description} />
      <meta property="og:url" content={url} />
      <Locale language={language} />
      {image?.file ? (
        <Picture file={image.file} alternativeText={image.alternativeText} />
      ) : (
        fallback && <Picture file={fallback} alternativeText={publication.title} />
      )}
      <meta name="twitter:card" content={image?.file ? "summary_large_image" : "summary"} />
    </>
  );
}

/** `language_TERRITORY`. Renders nothing if the language tag has no region. */
function Locale({ language: tag }: { language: string }) {
  const { language, region } = languageFacts(tag);
  return region ? <meta property="og:locale" content={`${language}_${region}`} /> : null;
}

function Picture({ file, alternativeText }: { file: PlainPicture; alternativeText: string | undefined }) {
  const { url, mediaType, width, height } = file;
  return (
    <>
      <meta property="og:image" content={url} />
      <meta property="og:image:type" content={mediaType} />
      {width && <meta property="og:image:width" content={String(width)} />}
      {height && <meta property="og:image:height" content={String(height)} />}
      {alternativeText && <meta property="og:image:alt" content={alternativeText} />}
    </>
  );
}
