import { edit, fields, type Misbehaviour, redirect } from "../misbehaviour.ts";

const RSS = "application/rss+xml; charset=utf-8";

/** The page's own list of feeds. */
const NO_LINK_ELEMENTS = edit(/<link rel="alternate" type="application[^>]*>/, "");

export const NAMING: readonly Misbehaviour[] = [
  {
    id: "discovery.present",
    at: "/",
    what: "links to no feed",
    quirks: { ...NO_LINK_ELEMENTS, ...fields({ link: "" }) },
  },
  { id: "discovery.in-page", at: "/", what: "links to feeds only in the header", quirks: NO_LINK_ELEMENTS },
  {
    id: "discovery.header-agrees",
    at: "/",
    what: "links to one feed fewer in the page",
    quirks: edit(/<link rel="alternate" type="application\/atom[^>]*>/, ""),
  },
  { id: "discovery.titles", at: "/", what: "has links without titles", quirks: edit(/title="[^"]*"/, "") },
  {
    id: "discovery.listed",
    what: "has a home page without a link to it",
    quirks: { ...edit(/<link rel="alternate" type="application\/rss[^>]*>/, ""), ...fields({ link: "" }, "/") },
  },
  {
    id: "discovery.home-page",
    also: ["rss.channel"],
    what: "has no link to a home page",
    quirks: edit(/<link>[^<]*\/<\/link>/, ""),
  },
  {
    id: "format.known",
    at: "/",
    what: "links to a page as a feed",
    quirks: {
      ...fields({ link: "" }),
      document: (text, { path }) => (path === "/rss.xml" ? "<!doctype html><title>Not found</title>" : text),
    },
  },
  { id: "format.known", what: "is a single word", quirks: edit(/^[\s\S]*$/, "hello") },
  {
    id: "format.current",
    what: "is RSS 0.91",
    quirks: edit('version="2.0"', 'version="0.91"'),
  },
  {
    id: "format.current",
    also: ["entries.any", "grammar.missing-element"],
    what: "is RSS 1.0",
    quirks: edit(
      /^<\?xml[\s\S]*$/,
      '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"/>',
    ),
  },
  {
    id: "media-type.feed",
    what: "is served as HTML",
    quirks: fields({ "content-type": "text/html; charset=utf-8" }),
  },
  {
    id: "media-type.form",
    at: "/atom.xml",
    what: "is Atom served as RSS",
    quirks: fields({ "content-type": RSS }, "/atom.xml"),
  },
  { id: "media-type.exact", what: "is served as XML", quirks: fields({ "content-type": "text/xml; charset=utf-8" }) },
  {
    id: "media-type.as-announced",
    at: "/",
    what: "is linked to as Atom",
    quirks: {
      ...fields({ link: "" }),
      ...edit('type="application/rss+xml" title', 'type="application/atom+xml" title'),
    },
  },
  {
    id: "charset.valid",
    what: "has a byte in Latin-1",
    quirks: {
      bytes: (bytes) => Buffer.from(Buffer.from(bytes).toString("latin1").replace("Day 20", "Day \u00e9"), "latin1"),
    },
  },
  {
    id: "charset.utf-8",
    what: "declares Latin-1",
    quirks: {
      ...fields({ "content-type": "application/rss+xml; charset=iso-8859-1" }, "/rss.xml"),
      ...edit('encoding="utf-8"', 'encoding="iso-8859-1"'),
    },
  },
  {
    id: "charset.agree",
    also: ["charset.utf-8"],
    what: "declares two encodings",
    quirks: fields({ "content-type": "application/rss+xml; charset=iso-8859-1" }, "/rss.xml"),
  },
  {
    id: "charset.declared",
    what: "declares no charset",
    quirks: fields({ "content-type": "application/rss+xml" }, "/rss.xml"),
  },
  {
    id: "charset.bom",
    what: "begins with a byte order mark",
    quirks: { bytes: (bytes) => Buffer.concat([Buffer.from("\uFEFF"), bytes]) },
  },
  {
    id: "xml.well-formed",
    what: "has a bare ampersand",
    quirks: edit("<title>Day 20</title>", "<title>Day & 20</title>"),
  },
  { id: "xml.well-formed", at: "/atom.xml", what: "has a control character", quirks: edit("Day 20", "Day \u0001 20") },
  {
    id: "xml.no-entities",
    also: ["xml.no-doctype"],
    what: "declares entities",
    quirks: edit("<rss ", '<!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa">]>\n<rss '),
  },
  {
    id: "xml.no-doctype",
    what: "has a DOCTYPE",
    quirks: edit("<rss ", '<!DOCTYPE rss SYSTEM "https://www.rssboard.org/rss-0.91.dtd">\n<rss '),
  },
  { id: "json.parses", at: "/feed.json", what: "has one comma too many", quirks: edit("]}]}", "]},]}") },
  {
    id: "redirects.same-host",
    at: "/old",
    what: "redirects to another host",
    quirks: {
      answer: (request, healthy) =>
        request.path === "/old" && request.origin.includes("127.0.0.1")
          ? (redirect({
              "/old": "http://localhost:PORT/rss.xml".replace("PORT", new URL(request.origin).port),
            }).answer?.(request, healthy) ?? healthy())
          : healthy(),
    },
  },
];
