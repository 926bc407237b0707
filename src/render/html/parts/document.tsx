import type { Publication } from "../../../model/publication.ts";
import type { Child } from "../../../syntax/jsx/jsx-runtime.ts";
import { GENERATOR } from "../../generator.ts";
import type { PageLanguage } from "../page-language.ts";
import { styleOf } from "../style/style.ts";
import { Footer } from "./footer.tsx";
import { Masthead, sectionClass } from "./masthead.tsx";

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
  /** The section that the page belongs to, by its slug. */
  readonly section?: string | undefined;
  readonly children: Child;
};

/** A whole page. */
export function renderDocument({ page, publication, head, children, ...rest }: Document): string {
  const { title, description, isIndexed, kind, hasSubscribe, section } = rest;
  const accent = publication && sectionClass(section, publication);
  const theHead = (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{title}</title>
      {description && <meta name="description" content={description} />}
      {!isIndexed && <meta name="robots" content="noindex" />}
      <meta name="generator" content={GENERATOR} />
      <meta name="color-scheme" content="light dark" />
      <link rel="stylesheet" href={styleOf(publication?.theme).path} />
      {publication?.icon && <link rel="icon" href={publication.icon.url} type={publication.icon.mediaType} />}
      {publication?.icon?.mediaType === "image/png" && <link rel="apple-touch-icon" href={publication.icon.url} />}
      {head}
    </head>
  );
  const theBody = (
    <body class={[kind === "front" ? "front h-feed" : "inner", accent].filter(Boolean).join(" ")}>
      <a class="skip" href="#content">
        {page.labels.skipToContent}
      </a>
      <Masthead page={page} publication={publication} kind={kind} hasSubscribe={hasSubscribe} section={section} />
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
