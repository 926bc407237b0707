import { parseContentType } from "../../syntax/content-type.ts";
import { parseLinkHeader } from "../../syntax/link-header.ts";

/** A typed link of a header field or a document. The address is absolute if it could be resolved. */
export type Link = {
  readonly href: string;
  /** In lower case. */
  readonly rel: readonly string[];
  /** The media type in lower case, without parameters. */
  readonly type?: string;
  readonly title?: string;
};

type LinkWords = {
  readonly rel: string | undefined;
  readonly type: string | undefined;
  readonly title?: string | undefined;
};

export function linkOf(href: string, base: string, { rel = "", type, title }: LinkWords): Link {
  return {
    href: URL.parse(href.trim(), base)?.href ?? href,
    rel: rel.toLowerCase().split(/\s+/).filter(Boolean),
    ...(type !== undefined && { type: parseContentType(type).mediaType }),
    ...(title !== undefined && { title }),
  };
}

/** The links of a `Link` header field. */
export function linksInHeader(field: string | undefined, base: string): readonly Link[] {
  return parseLinkHeader(field).map(({ target, parameters }) =>
    linkOf(target, base, {
      rel: parameters.get("rel"),
      type: parameters.get("type"),
      title: parameters.get("title"),
    }),
  );
}

/** The links of one relation. */
export function linksWith(links: readonly Link[], rel: string): readonly Link[] {
  return links.filter((link) => link.rel.includes(rel));
}
