/** A typed link, from a header field or a document; the address is absolute where it could be resolved. */
export type Link = {
  readonly href: string;
  /** Lower case. */
  readonly rel: readonly string[];
  readonly type?: string;
  readonly title?: string;
};

const ONE_LINK = /<([^>]*)>((?:\s*;\s*[\w!#$%&'*+.^`|~-]+(?:\s*=\s*(?:"(?:[^"\\]|\\.)*"|[^\s",;]*))?)*)/g;
const PARAMETER = /;\s*([\w!#$%&'*+.^`|~-]+)(?:\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s",;]*)))?/g;

/** Reads `Link` fields (RFC 8288 section 3). Of a parameter given twice the first counts. */
export function parseLinkHeader(field: string | undefined, base: string): readonly Link[] {
  // No honest field is longer, and the patterns above are not for more.
  return [...(field ?? "").slice(0, 16_000).matchAll(ONE_LINK)].map(([, href = "", parameters = ""]) => {
    const given = new Map<string, string>();
    for (const [, name = "", quoted, plain = ""] of parameters.matchAll(PARAMETER)) {
      const value = quoted?.replace(/\\(.)/g, "$1") ?? plain;
      if (!given.has(name.toLowerCase())) given.set(name.toLowerCase(), value);
    }
    return linkOf(href, base, { rel: given.get("rel"), type: given.get("type"), title: given.get("title") });
  });
}

type LinkWords = {
  readonly rel: string | undefined;
  readonly type: string | undefined;
  readonly title?: string | undefined;
};

export function linkOf(href: string, base: string, { rel = "", type, title }: LinkWords): Link {
  return {
    href: URL.parse(href.trim(), base)?.href ?? href,
    rel: rel.toLowerCase().split(/\s+/).filter(Boolean),
    ...(type !== undefined && { type: type.split(";")[0]?.trim().toLowerCase() ?? "" }),
    ...(title !== undefined && { title }),
  };
}

/** The links of one relation. */
export function linksWith(links: readonly Link[], rel: string): readonly Link[] {
  return links.filter((link) => link.rel.includes(rel));
}
