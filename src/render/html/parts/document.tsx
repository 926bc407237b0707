import type { Publication } from "../../../model/publication.ts";
import { FEEDS_PATH, FRONT_PATH } from "../../../site/addresses.ts";
import type { Child } from "../../../syntax/jsx/jsx-runtime.ts";
import { GENERATOR } from "../../generator.ts";
import type { PageLanguage } from "../page-language.ts";
import { STYLESHEET_PATH } from "../style/style.ts";
import { LicenceLink } from "./licence-link.tsx";
import { SUBSCRIBE_ID } from "./subscribe.tsx";

type Document = {
  readonly page: PageLanguage;
  /** Undefined only if the service could not read the publication. */
  readonly publication: Publication | undefined;
  readonly title: string;
  readonly description?: string;
  /** The elements that this kind of page adds to the head. */
  readonly head?: Child;
  /** Whether search engines may list the page. */
  readonly isIndexed: boolean;
  /** On the front page the publication's name is the heading, and the whole page is the feed (microformats2 h-feed). */
  readonly kind: "front" | "inner";
  /** Whether the page has a section with the id `SUBSCRIBE_ID`, to which the masthead then links. */
  readonly hasSubscribe: boolean;
  readonly children: Child;
};

/** A whole page. */
export function renderDocument({ page, publication, head, children, ...rest }: Document): string {
  const { title, description, isIndexed, kind, hasSubscribe } = rest;
  const theHead = (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{title}</title>
      {description && <meta name="description" content={description} />}
      {!isIndexed && <meta name="robots" content="noindex" />}
      <meta name="generator" content={GENERATOR} />
      <meta name="color-scheme" content="light dark" />
      <link rel="stylesheet" href={STYLESHEET_PATH} />
      {publication?.icon && <link rel="icon" href={publication.icon.url} type={publication.icon.mediaType} />}
      {publication?.icon?.mediaType === "image/png" && <link rel="apple-touch-icon" href={publication.icon.url} />}
      {head}
    </head>
  );
  const theBody = (
    <body class={kind === "front" ? "front h-feed" : "inner"}>
      <a class="skip" href="#content">
        {page.labels.skipToContent}
      </a>
      <Masthead page={page} publication={publication} kind={kind} hasSubscribe={hasSubscribe} />
      <main id="content">{children}</main>
      <Footer page={page} publication={publication} />
    </body>
  );
  return `<!doctype html>
<html lang="${page.tag}" dir="${page.direction}">
${theHead}
${theBody}
</html>
`;
}

/** The address of the front page, or its path alone if the publication is undefined. */
export function homeAddress(publication: Publication | undefined): string {
  return (publication?.address ?? "") + FRONT_PATH;
}

type MastheadProps = Pick<Document, "page" | "publication" | "kind" | "hasSubscribe">;

function Masthead({ page, publication, kind, hasSubscribe }: MastheadProps) {
  const home = homeAddress(publication);
  const { labels } = page;
  return (
    <header class="masthead">
      {publication && kind === "front" && (
        <div>
          <h1 class="title p-name">
            <Nameplate publication={publication} />
          </h1>
          <p class="description p-summary">{publication.description}</p>
        </div>
      )}
      {publication && kind === "inner" && (
        <p class="title">
          <a href={home} rel="home">
            <Nameplate publication={publication} />
          </a>
        </p>
      )}
      <nav aria-label={labels.navigation}>
        <ul>
          {kind === "inner" && (
            <li>
              <a href={home}>{labels.frontPage}</a>
            </li>
          )}
          {hasSubscribe && (
            <li>
              <a href={`#${SUBSCRIBE_ID}`}>{labels.subscribe}</a>
            </li>
          )}
        </ul>
      </nav>
    </header>
  );
}

function Nameplate({ publication: { logo, title } }: { publication: Publication }) {
  if (!logo) return <bdi>{title}</bdi>;
  return <img class="logo" src={logo.url} alt={title} width={logo.width} height={logo.height} />;
}

/** The publication's rights and licence, the way to all feeds, and the program that made the page. */
function Footer({ page, publication }: Pick<Document, "page" | "publication">) {
  const { labels } = page;
  return (
    <footer class="site">
      {publication?.rights && (
        <p>
          <bdi>{publication.rights}</bdi>
        </p>
      )}
      {publication?.licence && (
        <p>
          {labels.licence}: <LicenceLink address={publication.licence} />
        </p>
      )}
      {publication && (
        <p>
          <a href={publication.address + FEEDS_PATH}>{labels.allFeeds}</a>
        </p>
      )}
      <p>
        {labels.publishedWith} <bdi>{GENERATOR}</bdi>
      </p>
    </footer>
  );
}
