import { html } from "hono/html";
import type { Child } from "hono/jsx";
import type { Publication } from "../../../model/publication.ts";
import type { PageLanguage } from "../page-language.ts";
import { STYLESHEET_PATH } from "../style/style.ts";
import { SiteFooter } from "./site-footer.tsx";
import { SiteHeader } from "./site-header.tsx";

type Document = {
  readonly page: PageLanguage;
  /** Absent only where the service cannot even read who publishes. */
  readonly publication: Publication | undefined;
  readonly title: string;
  readonly description?: string;
  /** What this kind of page adds to the head. */
  readonly head?: Child;
  readonly isIndexed: boolean;
  /** On the front page the publication's name is the heading, and the whole page is the feed (microformats2 h-feed). */
  readonly kind: "front" | "inner";
  readonly hasSubscribe: boolean;
  readonly children: Child;
};

/**
 * A whole page. Head and body are rendered apart because hono moves every `<link>` to the end of the head by searching all that was
 * rendered with it, and a body may be long.
 */
export function renderDocument({ page, publication, head, children, ...rest }: Document): string {
  const { title, description, isIndexed, kind, hasSubscribe } = rest;
  const theHead = (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{title}</title>
      {description && <meta name="description" content={description} />}
      {!isIndexed && <meta name="robots" content="noindex" />}
      <meta name="generator" content="Dateline" />
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
      <SiteHeader page={page} publication={publication} kind={kind} hasSubscribe={hasSubscribe} />
      <main id="content">{children}</main>
      <SiteFooter page={page} publication={publication} />
    </body>
  );
  const text = html`<!doctype html>
<html lang="${page.tag}" dir="${page.direction}">
${theHead}
${theBody}
</html>
`;
  return String(text);
}
