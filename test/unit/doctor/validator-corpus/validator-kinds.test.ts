/** Kinds of W3C's validator, most of them not shown by its feeds in ../shared, each with a feed of our own. */
import { expect, test } from "vitest";
import { ALL_CHECKS } from "../../../../src/doctor/all-checks.ts";
import { GRAMMAR_RULE_IDS } from "../../../../src/doctor/grammar/rule-ids.ts";
import { atom, opensearch, rss } from "../grammar/faulty-documents.ts";
import { findingsIn, imagineServed } from "../grammar/imagined-answer.ts";
import { RULES_BY_KIND, rulesFor } from "./validator-kinds.ts";

const inChannel = (text: string) => rss({ inChannel: text });
const inItem = (text: string) => rss({ inItem: text });
const inFeed = (text: string) => atom({ inChannel: text });
const inEntry = (text: string) => atom({ inItem: text });
const opml = (head: string, body: string) => `<opml version="2.0"><head>${head}</head><body>${body}</body></opml>`;

const THR = 'xmlns:t="http://purl.org/syndication/thread/1.0"';
const APP = 'xmlns="http://www.w3.org/2007/app" xmlns:a="http://www.w3.org/2005/Atom"';
const RDF = 'xmlns="http://purl.org/rss/1.0/" xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"';

const CASES: readonly (readonly [kind: string, document: string])[] = [
  ["WPBlankLine", `\n${rss()}`],
  ["BadXmlVersion", rss().replace('version="1.0"', 'version="2.0"')],
  [
    "NotEnoughHoursInTheDay",
    inChannel(`<skipHours>${Array.from({ length: 25 }, (_, n) => `<hour>${n}</hour>`).join("")}</skipHours>`),
  ],
  ["EightDaysAWeek", inChannel(`<skipDays>${"<day>Monday</day>".repeat(8)}</skipDays>`)],
  ["UndefinedElement", inChannel("<itunes:new_feed_url>https://example.org/</itunes:new_feed_url>")],
  ["InvalidItunesEpisodeType", inItem("<itunes:episodeType>x</itunes:episodeType>")],
  ["InvalidDuration", inItem("<itunes:duration>1h</itunes:duration>")],
  ["NoThrWhen", inEntry(`<link ${THR} rel="replies" href="https://a.example/" t:when="2026-03-01T08:00:00Z"/>`)],
  ["UnexpectedAttribute", inEntry(`<link ${THR} rel="via" href="https://a.example/" t:count="1"/>`)],
  ["InvalidNonNegativeInteger", inEntry(`<link ${THR} rel="replies" href="https://a.example/" t:count="-1"/>`)],
  ["InvalidRFC3339Date", inEntry(`<link ${THR} rel="replies" href="https://a.example/" t:updated="x"/>`)],
  ["InvalidLanguage", inEntry('<link rel="via" hreflang="klingon" href="https://a.example/"/>')],
  ["InvalidPermalink", rss().replace("<guid>https://example.org/1", "<guid>tag:example.org,2026:1")],
  ["InvalidBooleanAttribute", rss().replace("<guid>", '<guid isPermaLink="yes">')],
  ["NoBlink", inChannel("<blink>https://example.org/</blink>")],
  ["UndefinedElement", inChannel("<textinput/>")],
  ["MissingDescription", rss().replace("<description>News</description>", "")],
  [
    "InvalidIntegerAttribute",
    inChannel('<cloud domain="a.example" port="x" path="/" registerProcedure="a" protocol="soap"/>'),
  ],
  ["MissingAttribute", inChannel('<cloud domain="a.example" port="80" path="/" protocol="soap"/>')],
  [
    "InvalidFormComponentName",
    inChannel(
      "<textInput><title>a</title><description>b</description><name>1</name><link>https://example.org/</link></textInput>",
    ),
  ],
  ["ItemMustContainTitleOrDescription", rss().replace("<title>Ferry</title>", "")],
  ["InvalidMIMEAttribute", inItem('<enclosure url="https://example.org/a.mp3" length="1" type="mp3"/>')],
  ["InvalidIntegerAttribute", inItem('<enclosure url="https://example.org/a.mp3" length="x" type="audio/mpeg"/>')],
  ["MissingAttribute", inItem('<enclosure length="1" type="audio/mpeg"/>')],
  ["MissingAttribute", inItem("<source>a</source>")],
  ["InvalidFullLink", inItem('<source url="/a">a</source>')],
  ["UnexpectedText", rss().replace("<item>", "<item>text")],
  ["UnexpectedText", inEntry("text")],
  ["InvalidURIAttribute", inEntry('<summary>a</summary><content type="text/html" src="http:// a"/>')],
  ["InvalidMIMEType", inEntry('<content type="multipart/alternative">a</content>')],
  ["MissingXhtmlDiv", atom().replace("<title>Ferry</title>", '<title type="xhtml">Ferry</title>')],
  [
    "UnexpectedWhitespace",
    atom().replace("<updated>2026-03-01T08:00:00Z</updated>", "<updated> 2026-03-01T08:00:00Z</updated>"),
  ],
  ["InvalidUUID", atom().replace("tag:example.org,2026:1<", "urn:uuid:x<")],
  ["InvalidCreditRole", inItem('<media:credit role="boss">a</media:credit>')],
  ["InvalidMediaMedium", inItem('<media:content medium="x" url="https://example.org/a"/>')],
  ["InvalidMediaExpression", inItem('<media:content expression="x" url="https://example.org/a"/>')],
  ["InvalidMediaRestrictionRel", inItem('<media:restriction relationship="x">all</media:restriction>')],
  ["InvalidCoord", inItem("<georss:point>a b</georss:point>")],
  ["InvalidCoordList", inItem("<georss:line>1 2 3</georss:line>")],
  ["InvalidFloatUnit", inItem("<georss:elev>high</georss:elev>")],
  ["InvalidCommaSeparatedIntegers", inItem("<slash:hit_parade>a,b</slash:hit_parade>")],
  [
    "InvalidISO8601DateTime",
    inItem('<ev:startdate xmlns:ev="http://purl.org/rss/1.0/modules/event/">x</ev:startdate>'),
  ],
  ["MissingElement", inItem("<geo:Point><geo:lat>1</geo:lat></geo:Point>")],
  ["InvalidMetaName", inChannel('<meta xmlns="http://www.w3.org/1999/xhtml" name="x" content="index"/>')],
  ["InvalidMetaContent", inChannel('<meta xmlns="http://www.w3.org/1999/xhtml" name="robots" content="x"/>')],
  ["InvalidPercentage", inItem("<g:tax_percent>101</g:tax_percent>")],
  ["InvalidYear", inItem("<g:year>1066</g:year>")],
  ["InvalidIntUnit", inItem("<g:mileage>-1 miles</g:mileage>")],
  ["InvalidCurrencyUnit", inItem("<g:currency>Dollar</g:currency>")],
  ["InvalidPaymentMethod", inItem("<g:payment_accepted>Shells</g:payment_accepted>")],
  ["TooLong", opensearch(`<Attribution>${"a".repeat(257)}</Attribution>`)],
  ["NotURLEncoded", opensearch('<Query role="example" searchTerms="Häuser"/>')],
  ["InvalidLanguage", opensearch("<Language>klingon</Language>")],
  ["InvalidEncoding", opensearch('<Query role="example" outputEncoding="klingon"/>')],
  ["MissingAttribute", opensearch('<Url type="text/html"/>')],
  ["InvalidOPMLVersion", '<opml version="3.0"><head/><body><outline text="a"/></body></opml>'],
  ["InvalidExpansionState", opml(`<expansionState>a</expansionState>`, `<outline text="a"/>`)],
  ["InvalidTrueFalse", opml("", `<outline text="a" isComment="x"/>`)],
  ["MissingAttribute", opml("", `<outline/>`)],
  ["UnexpectedText", opml("", `<outline text="a">b</outline>`)],
  ["MissingElement", '<opml version="2.0"><body><outline text="a"/></body></opml>'],
  ["InvalidContact", opml(`<ownerEmail>x</ownerEmail>`, `<outline text="a"/>`)],
  [
    "InvalidMediaRange",
    `<service ${APP}><workspace><a:title>a</a:title><collection href="/"><a:title>a</a:title><accept>x</accept></collection></workspace></service>`,
  ],
  ["MissingElement", `<service ${APP}><workspace/></service>`],
  ["ConflictingCatChildren", `<categories ${APP} href="/"><a:category term="a"/></categories>`],
  ["InvalidYesNo", '<categories xmlns="http://www.w3.org/2007/app" fixed="x"/>'],
  [
    "InvalidRDF",
    `<rdf:RDF ${RDF}><channel rdf:about="http://a.example/"><title>a <b xmlns="x:y">c</b></title></channel></rdf:RDF>`,
  ],
  [
    "DuplicateValue",
    `<rdf:RDF ${RDF}><item rdf:about="http://a.example/"/><item rdf:about="http://a.example/"/></rdf:RDF>`,
  ],
  [
    "DuplicateValue",
    inItem("").replace("</channel>", "<item><title>b</title><guid>https://example.org/1</guid></item></channel>"),
  ],
  ["IncorrectDOW", rss().replace("Sun, 01", "Mon, 01")],
  ["UnknownEncoding", rss().replace('encoding="utf-8"', 'encoding="klingon"')],
  ["UndefinedNamedEntity", inChannel("<copyright>&copy;</copyright>")],
  ["MissingNamespace", inChannel("<foo:bar/>")],
  ["InvalidNamespace", atom().replace('xmlns="http://www.w3.org/2005/Atom"', "")],
  ["ObsoleteNamespace", atom().replace('xmlns="http://www.w3.org/2005/Atom"', 'xmlns="http://purl.org/atom/ns#"')],
  ["MediaRssNamespace", rss().replace("http://search.yahoo.com/mrss/", "http://search.yahoo.com/mrss")],
  [
    "LinkPastEnd",
    inFeed('<link rel="first" href="https://example.org/feed"/><link rel="previous" href="https://example.org/0"/>'),
  ],
  ["InvalidRSSVersion", rss().replace('version="2.0"', 'version="5"')],
  ["UndefinedElement", "<foo/>"],
];

test.each(CASES)("%s: %s", (kind, document) => {
  const type = document.includes("<rss") ? "application/rss+xml" : "application/atom+xml";
  const visit = imagineServed("https://example.org/feed", Buffer.from(document), type);
  const errors = findingsIn(visit).flatMap(({ id, level }) => (level === "error" ? [id] : []));
  expect(errors.filter(rulesFor(kind))).not.toEqual([]);
});

test("the table of kinds names rules that exist, and every rule of the grammar has a row in the report", () => {
  const known = new Set(ALL_CHECKS.map(({ id }) => id));
  expect(Object.values(RULES_BY_KIND).flatMap((rules) => rules.filter((rule) => !known.has(rule)))).toEqual([]);
  expect(GRAMMAR_RULE_IDS.filter((rule) => !known.has(rule))).toEqual([]);
});
