const PREFIXES: Readonly<Record<string, string>> = {
  "http://www.w3.org/2005/Atom": "atom:",
  "http://purl.org/atom/ns#": "atom:",
  "http://purl.org/rss/1.0/": "",
  "http://my.netscape.com/rdf/simple/0.9/": "",
  "http://channel.netscape.com/rdf/simple/0.9/": "",
  "http://backend.userland.com/rss2": "",
  "http://www.w3.org/1999/02/22-rdf-syntax-ns#": "rdf:",
  "http://purl.org/rss/1.0/modules/content/": "content:",
  "http://purl.org/dc/elements/1.1/": "dc:",
  "http://purl.org/dc/terms/": "dcterms:",
  "http://search.yahoo.com/mrss/": "media:",
  "http://search.yahoo.com/mrss": "media:",
  "http://www.itunes.com/dtds/podcast-1.0.dtd": "itunes:",
  "http://www.w3.org/1999/xhtml": "xhtml:",
  "http://backend.userland.com/creativeCommonsRssModule": "creativeCommons:",
};

/** The name under which the readers know an element. One whose prefix is bound to nothing they know keeps it. */
export function knownName({ uri, prefix, local }: { uri: string; prefix: string; local: string }): string {
  const wordPress = /^https?:\/\/wordpress\.org\/export\/1\.\d\/(excerpt\/)?$/.exec(uri);
  if (wordPress) return (wordPress[1] ? "excerpt:" : "wp:") + local;
  const known = PREFIXES[uri];
  if (known !== undefined) return known + local;
  return prefix === "" ? local : `${prefix}:${local}`;
}
