/** Feeds of JSON Feed 1.0 and 1.1 with every member, broken in one place each. The doctor must find the fault. */
import { describe, expect, test } from "vitest";
import { findingsIn, imagineServed } from "./grammar/imagined-answer.ts";

type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };

const AUTHOR = { name: "Ada", url: "https://example.org/ada", avatar: "https://example.org/ada.png" };
const ITEM: Json = {
  id: "tag:example.org,2026:1",
  url: "https://example.org/1",
  external_url: "https://example.com/1",
  title: "Ferry",
  content_html: "<p>It sails.</p>",
  content_text: "It sails.",
  summary: "A ferry",
  image: "https://example.org/1.jpg",
  banner_image: "https://example.org/1-wide.jpg",
  date_published: "2026-03-01T08:00:00Z",
  date_modified: "2026-03-01T09:00:00+08:00",
  tags: ["boats"],
  attachments: [
    {
      url: "https://example.org/1.mp3",
      mime_type: "audio/mpeg",
      title: "Listen",
      size_in_bytes: 1_000,
      duration_in_seconds: 60.5,
    },
  ],
  _mine: { anything: [null, 1] },
};
const FEED: Json = {
  version: "https://jsonfeed.org/version/1.1",
  title: "Harbour",
  home_page_url: "https://example.org/",
  feed_url: "https://example.org/feed.json",
  description: "News",
  user_comment: "A feed",
  next_url: "https://example.org/feed.json?page=2",
  icon: "https://example.org/icon.png",
  favicon: "https://example.org/favicon.ico",
  authors: [AUTHOR],
  language: "en",
  expired: false,
  hubs: [{ type: "WebSub", url: "https://example.org/hub" }],
  items: [
    { ...ITEM, authors: [AUTHOR], language: "pt-BR" },
    { id: "2", content_text: "Short" },
  ],
};
const VALID: Readonly<Record<string, Json>> = {
  "1.1": FEED,
  "1.0": {
    ...without(FEED, ["authors", "language"]),
    version: "https://jsonfeed.org/version/1",
    author: AUTHOR,
    items: [{ ...ITEM, author: AUTHOR }],
  },
};

function without(value: Json, names: readonly string[]): { readonly [name: string]: Json } {
  return Object.fromEntries(Object.entries(value ?? {}).filter(([name]) => !names.includes(name)));
}

const REQUIRED: readonly RegExp[] = [
  /^(?:version|title|items)$/,
  /^items\.\d+\.id$/,
  /^items\.1\.content_text$/,
  /\.attachments\.\d+\.(?:url|mime_type)$/,
  /^hubs\.\d+\.(?:type|url)$/,
];
/** Strings with a grammar of their own, each with values that break it. */
const GRAMMARS: readonly (readonly [RegExp, readonly string[]])[] = [
  [
    /^(?:home_page_url|feed_url|next_url|icon|favicon)$|(?:url|image|avatar)$/,
    ["", "/relative", "example.org/a", "https://"],
  ],
  [
    /date_\w+$/,
    ["", "yesterday", "2026-03-01", "2026-03-01T08:00:00", "2026-13-01T08:00:00Z", "Sun, 01 Mar 2026 08:00:00 GMT"],
  ],
  [/^version$/, ["", "1.1", "https://jsonfeed.org/version/3"]],
  [/language$/, ["", "english", "en_US"]],
  [/mime_type$/, ["", "audio", "mp3"]],
  [/^title$|^items\.\d+\.id$/, ["", " "]],
];

const OTHERS: readonly Json[] = [null, true, 7, "text", [], {}, [7]];
const sortOf = (value: Json) => (value === null ? "null" : Array.isArray(value) ? "list" : typeof value);

/** Every broken variant of a document, with the name of what is broken. */
function* mutations(value: Json, path: readonly string[] = []): Generator<readonly [string, Json]> {
  const at = path.join(".");
  if (path.includes("_mine")) return;
  for (const other of OTHERS)
    if (sortOf(other) !== sortOf(value) || (Array.isArray(other) && other.length > 0))
      yield [`${at} is ${JSON.stringify(other)}`, other];
  if (typeof value === "string")
    for (const [pattern, wrong] of GRAMMARS)
      if (pattern.test(at)) for (const each of wrong) yield [`${at} is ${JSON.stringify(each)}`, each];
  if (typeof value === "number") for (const wrong of [-1]) yield [`${at} is ${wrong}`, wrong];
  if (typeof value !== "object" || value === null) return;
  for (const [name, child] of Object.entries(value)) {
    const inside = [...path, name];
    const isRequired = REQUIRED.some((pattern) => pattern.test(inside.join(".")));
    if (isRequired) yield [`${inside.join(".")} is missing`, without(value, [name])];
    for (const [what, broken] of mutations(child, inside)) yield [what, replaced(value, name, broken)];
  }
}

function replaced(value: Json, name: string, child: Json): Json {
  if (Array.isArray(value)) return value.map((each: Json, index) => (String(index) === name ? child : each));
  return { ...without(value, []), [name]: child };
}

function errorsIn(document: Json): readonly string[] {
  const body = Buffer.from(JSON.stringify(document));
  const visit = imagineServed("https://example.org/feed.json", body, "application/feed+json; charset=utf-8");
  return findingsIn(visit).flatMap(({ id, level, what }) => (level === "error" ? [`${id}: ${what}`] : []));
}

describe.each(Object.entries(VALID))("JSON Feed %s", (_, valid) => {
  test("is right as it is", () => {
    expect(errorsIn(valid)).toEqual([]);
  });

  test("is found wrong in at least 95 % of its mutations", () => {
    const all = [...mutations(valid)].filter(([what]) => !what.startsWith(" is"));
    const missed = all.filter(([, broken]) => errorsIn(broken).length === 0).map(([what]) => what);
    console.info(
      `${all.length - missed.length} of ${all.length} mutations found; missed: ${missed.join("; ") || "none"}`,
    );
    expect(all.length).toBeGreaterThan(200);
    expect(missed.length / all.length).toBeLessThanOrEqual(0.05);
  });
});
