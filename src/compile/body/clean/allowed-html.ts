import type { Options } from "rehype-sanitize";

const WORDS =
  "a abbr b bdi bdo br cite code del dfn em i ins kbd mark q rp rt ruby s samp small span strong sub sup time u var wbr";
const BLOCKS = "aside blockquote dd details div dl dt h1 h2 h3 h4 h5 h6 hr li ol p pre section summary ul";
const TABLES = "caption col colgroup table tbody td tfoot th thead tr";
const MEDIA = "audio figcaption figure img picture source track video";

const SIZE = [
  ["width", /^\d{1,5}$/],
  ["height", /^\d{1,5}$/],
] satisfies [string, RegExp][];
const CELL: NonNullable<Options["attributes"]>[string] = [
  ["className", "left", "center", "right"],
  ["colSpan", /^\d{1,3}$/],
  ["rowSpan", /^\d{1,3}$/],
  "headers",
  "abbr",
  ["scope", "row", "col", "rowgroup", "colgroup"],
];
const MARK = ["dateTime", "cite"];

/**
 * Everything that a body may hold: what text needs, and nothing that runs, styles, asks for input or brings in another
 * page. Addresses are judged again when they are resolved. An element that is not listed is replaced by its children;
 * an element in `strip` is removed with them.
 */
export const ALLOWED_HTML = {
  tagNames: [WORDS, BLOCKS, TABLES, MEDIA].flatMap((names) => names.split(" ")),
  strip:
    "applet embed frameset head iframe math noembed noframes object script select style svg template textarea title".split(
      " ",
    ),
  attributes: {
    "*": ["id", "lang", "title", "ariaLabel", ["dir", "ltr", "rtl", "auto"]],
    a: [
      "href",
      "hrefLang",
      ["rel", ..."author external license me nofollow noopener noreferrer related sponsored tag ugc".split(" ")],
      ["role", "doc-noteref", "doc-backlink"],
    ],
    aside: [["className", "pull-quote"]],
    audio: ["src", "controls"],
    blockquote: ["cite"],
    code: [["className", /^language-[\w+#.-]+$/]],
    col: [["span", /^\d{1,3}$/]],
    colgroup: [["span", /^\d{1,3}$/]],
    del: MARK,
    details: ["open"],
    h2: [["className", "sr-only"]],
    img: ["src", "srcSet", "sizes", "alt", ...SIZE],
    ins: MARK,
    li: [["value", /^-?\d{1,6}$/]],
    ol: [["start", /^-?\d{1,6}$/], "reversed", ["type", "1", "a", "A", "i", "I"]],
    p: [["className", "attribution", "player", "related"]],
    q: ["cite"],
    section: [
      ["className", "footnotes"],
      ["role", "doc-endnotes"],
    ],
    source: ["src", "srcSet", "sizes", "type", "media", ...SIZE],
    span: [["className", "dateline", "credit", "sr-only"]],
    strong: [["className", "label"]],
    td: CELL,
    th: CELL,
    time: ["dateTime"],
    track: ["src", "srcLang", "label", "default", ["kind", "captions", "subtitles", "descriptions", "chapters"]],
    video: ["src", "poster", "controls"],
  },
  // Without controls, readers could not play it.
  required: { audio: { controls: true }, video: { controls: true } },
  protocols: {
    href: ["http", "https", "mailto", "tel"],
    src: ["http", "https", "data"],
    cite: ["http", "https"],
    poster: ["http", "https", "data"],
  },
  ancestors: {
    ...Object.fromEntries(
      "tbody td tfoot th thead tr caption col colgroup".split(" ").map((name) => [name, ["table"]]),
    ),
    li: ["ol", "ul"],
    dd: ["dl"],
    dt: ["dl"],
    summary: ["details"],
    rt: ["ruby"],
    rp: ["ruby"],
    source: ["audio", "picture", "video"],
    track: ["audio", "video"],
    figcaption: ["figure"],
  },
  clobber: [],
} satisfies Options;
