/** One document for each rule that the tables of the grammar find: it is right but for what the rule is about. */

const NAMESPACES = [
  ["atom", "http://www.w3.org/2005/Atom"],
  ["dc", "http://purl.org/dc/elements/1.1/"],
  ["sy", "http://purl.org/rss/1.0/modules/syndication/"],
  ["media", "http://search.yahoo.com/mrss/"],
  ["itunes", "http://www.itunes.com/dtds/podcast-1.0.dtd"],
  ["podcast", "https://podcastindex.org/namespace/1.0"],
  ["slash", "http://purl.org/rss/1.0/modules/slash/"],
  ["geo", "http://www.w3.org/2003/01/geo/wgs84_pos#"],
  ["georss", "http://www.georss.org/georss"],
  ["g", "http://base.google.com/ns/1.0"],
  ["fh", "http://purl.org/syndication/history/1.0"],
  ["wfw", "http://wellformedweb.org/CommentAPI/"],
  ["rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"],
  ["cc", "http://web.resource.org/cc/"],
  ["creativeCommons", "http://backend.userland.com/creativeCommonsRssModule"],
  ["foaf", "http://xmlns.com/foaf/0.1/"],
  ["taxo", "http://purl.org/rss/1.0/modules/taxonomy/"],
  ["rsl", "https://rslstandard.org/rsl"],
  ["my", "https://example.org/my"],
];
const DECLARED = NAMESPACES.map(([prefix, uri]) => `xmlns:${prefix}="${uri}"`).join(" ");

type Parts = { readonly inChannel?: string; readonly inItem?: string; readonly attributes?: string };

export function rss({ inChannel = "", inItem = "", attributes = 'version="2.0"' }: Parts = {}): string {
  return `<?xml version="1.0" encoding="utf-8"?>
<rss ${attributes} ${DECLARED}><channel><title>Harbour</title><link>https://example.org/</link>
<description>News</description><atom:link rel="self" href="https://example.org/feed"/>${inChannel}
<item><title>Ferry</title><link>https://example.org/1</link><guid>https://example.org/1</guid>
<pubDate>Sun, 01 Mar 2026 08:00:00 GMT</pubDate>${inItem}</item></channel></rss>`;
}

export function atom({ inChannel = "", inItem = "", after = "" }: Parts & { readonly after?: string } = {}): string {
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" ${DECLARED}><id>tag:example.org,2026:feed</id><title>Harbour</title>
<updated>2026-03-01T08:00:00Z</updated><author><name>The Desk</name></author>
<link rel="self" href="https://example.org/feed"/><link href="https://example.org/" type="text/html"/>${inChannel}
<entry><id>tag:example.org,2026:1</id><title>Ferry</title><updated>2026-03-01T08:00:00Z</updated>
<link href="https://example.org/1"/>${inItem}</entry>${after}</feed>`;
}

export function opensearch(more: string): string {
  return `<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/"><ShortName>Harbour</ShortName>
<Description>News</Description><Url type="text/html" template="https://example.org/?q={searchTerms}"/>${more}
</OpenSearchDescription>`;
}

export type FaultyDocument = {
  readonly id: string;
  readonly what: string;
  readonly document: string;
  /** Other rules of errors and warnings that the same fault breaks. */
  readonly also?: readonly string[];
};

export const inItem = (id: string, what: string, text: string, also: readonly string[] = []): FaultyDocument => ({
  id,
  what,
  document: rss({ inItem: text }),
  also,
});
export const inChannel = (id: string, what: string, text: string, also: readonly string[] = []): FaultyDocument => ({
  id,
  what,
  document: rss({ inChannel: text }),
  also,
});
const inFeed = (id: string, what: string, text: string): FaultyDocument => ({
  id,
  what,
  document: atom({ inChannel: text }),
});
export const inEntry = (id: string, what: string, text: string, also: readonly string[] = []): FaultyDocument => ({
  id,
  what,
  document: atom({ inItem: text }),
  also,
});

const DIV = '<div xmlns="http://www.w3.org/1999/xhtml">';

export const FAULTY_DOCUMENTS: readonly FaultyDocument[] = [
  inItem("grammar.unknown-element", "misspells pubDate", "<pubdate>Sun, 01 Mar 2026 08:00:00 GMT</pubdate>"),
  inChannel("grammar.unknown-element", "has an element of a module that it does not define", "<sy:updatePriod/>"),
  inEntry("grammar.unknown-element", "has a subtitle in an entry", "<subtitle>a</subtitle>"),
  inEntry("grammar.unknown-element", "has elements in HTML content", '<content type="html"><b>a</b></content>'),
  inChannel(
    "grammar.missing-element",
    "has an image without a url",
    "<image><title>a</title><link>https://example.org/</link></image>",
  ),
  inEntry("grammar.missing-element", "has a contributor without a name", "<contributor/>"),
  inItem("grammar.duplicate-element", "has two titles", "<title>Another</title>"),
  inEntry(
    "grammar.duplicate-element",
    "has two published dates",
    "<published>2026-03-01T08:00:00Z</published>".repeat(2),
  ),
  inItem("grammar.duplicate-element", "has eleven labels", "<g:label>a</g:label>".repeat(11)),
  inEntry("grammar.missing-attribute", "has a category without a term", "<category/>"),
  inItem("grammar.missing-attribute", "has a thumbnail without a url", "<media:thumbnail/>"),
  inItem("grammar.unexpected-attribute", "misspells an attribute", '<category domian="a">b</category>'),
  inEntry(
    "grammar.unexpected-attribute",
    "misspells an attribute of a link",
    '<link rel="via" href="/" hrefLang="en"/>',
  ),
  inChannel("grammar.unexpected-text", "has text between elements", "News"),
  inItem("grammar.no-namespace", "has a bare element in an extension", "<my:photo><date>2026</date></my:photo>"),
  inEntry(
    "grammar.no-namespace",
    "has a bare element in XHTML",
    `<content type="xhtml">${DIV}<p xmlns="">a</p></div></content>`,
  ),
  {
    id: "grammar.namespace",
    what: "misses the slash of Media RSS",
    document: rss().replace("http://search.yahoo.com/mrss/", "http://search.yahoo.com/mrss"),
  },
  { id: "grammar.order", what: "has metadata behind entries", document: atom({ after: "<subtitle>a</subtitle>" }) },
  {
    id: "grammar.conflict",
    what: "has categories here and elsewhere",
    document:
      '<categories xmlns="http://www.w3.org/2007/app" href="https://example.org/c" fixed="yes" scheme="https://example.org/"/>',
  },
  inItem("grammar.twice-told", "has two dates", "<dc:date>2026-03-01T08:00:00Z</dc:date>"),
  inItem("grammar.deprecated", "has media:adult", "<media:adult>true</media:adult>"),
  inItem(
    "media.group",
    "has a group of one",
    '<media:group><media:content url="https://example.org/a.jpg"/></media:group>',
  ),
  inChannel("rss.person", "has an address without a name", "<webMaster>ada@example.org</webMaster>"),
  {
    id: "rss.version",
    what: "is of version 3",
    document: rss({ attributes: 'version="3.0"' }),
    also: ["format.current"],
  },
  inEntry(
    "atom.summary",
    "has content elsewhere and no summary",
    '<content type="image/png" src="https://example.org/a.png"/>',
  ),
  inEntry(
    "atom.xhtml-div",
    "has XHTML without a div",
    '<content type="xhtml"><p xmlns="http://www.w3.org/1999/xhtml">a</p></content>',
  ),
  inEntry("atom.xhtml-div", "has text beside the div", `<content type="xhtml">a ${DIV}b</div></content>`),
  inEntry("atom.escaped", "is not escaped", '<content type="html" mode="escaped"><b>a</b></content>', [
    "grammar.unexpected-attribute",
    "grammar.unknown-element",
  ]),
  inEntry("atom.links", "has two alternates of one type", '<link rel="alternate" href="https://example.org/2"/>'),
  inEntry("atom.relation", "has a relation of its own", '<link rel="my own" href="https://example.org/2"/>'),
  inFeed(
    "history.complete",
    "is complete and has a next page",
    '<fh:complete/><link rel="next" href="https://example.org/2"/>',
  ),
  inFeed(
    "history.complete",
    "is the last page and has a next one",
    '<link rel="last" href="https://example.org/feed"/><link rel="next" href="https://example.org/2"/>',
  ),
  inFeed("history.archive", "is an archive without the current feed", "<fh:archive/>"),
  inEntry("history.entry", "has a page in an entry", '<link rel="next" href="https://example.org/2"/>'),
  {
    id: "entries.versions",
    what: "has two versions of one date",
    document: atom({
      after: `<entry><id>tag:example.org,2026:1</id><title>Ferry</title><updated>2026-03-01T08:00:00Z</updated>
<link href="https://example.org/1"/></entry>`,
    }),
  },
  inChannel("itunes.category", "has a category of its own", podcast('<itunes:category text="Boats"/>')),
  inChannel("itunes.complete", "has no category", podcast("")),
  inEntry(
    "content.xhtml",
    "has an element that HTML does not have",
    `<content type="xhtml">${DIV}<headline>a</headline></div></content>`,
  ),
  inItem("dates.w3cdtf", "has a dc:date in words", "<dc:date>1 March</dc:date>", ["grammar.twice-told"]),
  {
    id: "dates.plain",
    what: "has a comment in a date",
    document: rss().replace("08:00:00 GMT", "08:00:00 GMT (local time)"),
  },
  inChannel("dates.notation", "has a wrong date in the channel", "<lastBuildDate>yesterday</lastBuildDate>"),
  inItem("value.blank", "has an empty category", "<category/>"),
  {
    id: "value.white-space",
    what: "has a line break in an id",
    document: atom().replace("2026:1</id>", "2026:1\n</id>"),
  },
  inItem("value.uri-characters", "has a space in an address", "<comments>https://example.org/a b</comments>"),
  inItem("value.uri-absolute", "has a relative address", "<comments>/comments/1</comments>"),
  inItem("value.uri-ascii", "has a letter beyond ASCII in an address", "<comments>https://example.org/café</comments>"),
  inItem(
    "value.http-url",
    "has an enclosure by FTP",
    '<enclosure url="ftp://example.org/a.mp3" length="1" type="audio/mpeg"/>',
  ),
  {
    id: "value.id-tag",
    what: "has a tag without a date",
    document: atom().replace("tag:example.org,2026:1<", "tag:example.org:1<"),
  },
  {
    id: "value.id-urn",
    what: "has a UUID cut off",
    document: atom().replace("tag:example.org,2026:1<", "urn:uuid:60a76c80-d399<"),
  },
  inFeed("value.email", "has a name in email", "<author><name>Ada</name><email>Ada (ada@example.org)</email></author>"),
  inChannel("value.language", "has a language that does not exist", "<language>english</language>"),
  inEntry(
    "value.media-type",
    "has a type without a subtype",
    '<link rel="via" type="html" href="https://example.org/2"/>',
  ),
  inItem("value.integer", "has a negative count", "<slash:comments>-1</slash:comments>"),
  inItem("value.number", "has a price in words", "<g:price>cheap</g:price>"),
  inChannel("value.hour-day", "skips an hour that does not exist", "<skipHours><hour>25</hour></skipHours>"),
  inChannel("value.image-size", "has an image that is too wide", image("<width>145</width>")),
  inItem("value.coordinates", "has a latitude beyond the pole", "<geo:lat>91</geo:lat>"),
  inItem("value.coordinates", "has a point of one number", "<georss:point>45.2</georss:point>"),
  inItem("value.time", "has a play time in words", '<media:text start="soon">a</media:text>'),
  inItem("value.boolean", "has a word for true", '<media:content url="https://example.org/a.jpg" isDefault="1"/>'),
  inChannel("value.choice", "has a period of its own", "<sy:updatePeriod>often</sy:updatePeriod>"),
  inItem(
    "value.code",
    "restricts to a country that does not exist",
    '<media:restriction relationship="allow" type="country">UK</media:restriction>',
  ),
  inChannel("value.length", "has a licence that is too long", `<podcast:license>${"a".repeat(129)}</podcast:license>`),
  inChannel("value.repeated", "skips a day twice", "<skipDays><day>Monday</day><day>Monday</day></skipDays>"),
  {
    id: "value.encoding",
    what: "has an encoding that does not exist",
    document: opensearch("<InputEncoding>klingon</InputEncoding>"),
  },
  {
    id: "value.template",
    what: "has a parameter of its own",
    document: opensearch('<Url type="text/html" template="https://example.org/?q={words}"/>'),
  },
  inEntry("value.base64", "has a picture as text", '<summary>a</summary><content type="image/png">!</content>'),
  inItem("value.hash", "has a hash that is too short", "<media:hash>abc</media:hash>"),
  inItem("value.location", "has a street only", "<g:location>1 Pier Road</g:location>"),
  inItem("text.tags", "has a tag in a title", '<source url="https://example.org/">&lt;b&gt;a&lt;/b&gt;</source>'),
  inItem("text.tags", "has a title that is escaped twice", '<source url="https://example.org/">a &amp;amp; b</source>'),
  inItem("text.damaged", "has UTF-8 that was read as Latin-1", "<description>CafÃ©</description>"),
  inItem("text.damaged", "has a replacement character", "<description>Caf\ufffd</description>"),
  {
    id: "format.namespace",
    what: "is Atom 0.3",
    document: atom().replace("http://www.w3.org/2005/Atom", "http://purl.org/atom/ns#"),
  },
  {
    id: "format.dtd",
    what: "has Netscape's DTD",
    also: ["xml.no-doctype"],
    document: rss().replace(
      "<rss",
      '<!DOCTYPE rss SYSTEM "http://my.netscape.com/publish/formats/rss-0.91.dtd">\n<rss',
    ),
  },
  { id: "xml.version", what: "is XML 1.1", document: rss().replace('version="1.0"', 'version="1.1"') },
];

function podcast(category: string): string {
  return `<language>en</language><itunes:explicit>false</itunes:explicit>
<itunes:image href="https://example.org/a.jpg"/>${category}`;
}

function image(more: string): string {
  return `<image><title>Harbour</title><link>https://example.org/</link><url>https://example.org/a.png</url>${more}</image>`;
}
