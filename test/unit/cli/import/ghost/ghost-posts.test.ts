import { describe, expect, it } from "vitest";
import { emptyRepository } from "../import-in.ts";

const { run, compiled, put, root } = emptyRepository();
const SITE = ["--site", "https://old.example.org/"] as const;
const post = (slug: string, more: Readonly<Record<string, unknown>> = {}) => ({
  id: slug,
  uuid: `uuid-${slug}`,
  title: slug,
  slug,
  html: "<p>Text.</p>",
  type: "post",
  status: "published",
  visibility: "public",
  published_at: "2021-05-01T10:00:00.000Z",
  updated_at: "2021-05-01T10:00:00.000Z",
  created_at: "2021-05-01T09:00:00.000Z",
  ...more,
});

async function imported(document: unknown, ...args: readonly string[]) {
  put("export.json", JSON.stringify(document));
  return await run(`${root()}/export.json`, ...args);
}

const data = (tables: Readonly<Record<string, unknown>>) => ({
  db: [{ meta: { exported_on: 1, version: "6.1.0" }, data: tables }],
});

describe("a post of a Ghost export", () => {
  it("has a title that is plain text, and the excerpt, original, picture and authors that the tables name", async () => {
    const tables = {
      posts_authors: [
        { post_id: "one", author_id: "u1", sort_order: 1 },
        { post_id: "one", author_id: "u2", sort_order: 0 },
      ],
      posts_meta: [
        { post_id: "one", feature_image_alt: "A <quay>", feature_image_caption: "By <b>day</b> &amp; night" },
      ],
      posts: [
        post("one", {
          title: "When <table> beats <div> & more",
          custom_excerpt: "1 < 2 & <i>so</i>",
          canonical_url: "https://first.example.net/one",
          feature_image: "__GHOST_URL__/content/images/quay.jpg",
        }),
      ],
      posts_tags: [
        { post_id: "one", tag_id: "t2", sort_order: 0 },
        { post_id: "one", tag_id: "t3", sort_order: 1 },
        { post_id: "one", tag_id: "t1", sort_order: 2 },
        { post_id: "one", tag_id: "t4", sort_order: 3 },
      ],
      tags: [
        { id: "t1", name: "Tides & <ebb>", slug: "tides", visibility: "public" },
        { id: "t2", name: "Quays", slug: "quays", visibility: "public" },
        { id: "t3", name: "#hidden", slug: "hash-hidden", visibility: "internal" },
        { id: "t4", name: "Also hidden", slug: "also-hidden", visibility: "internal" },
      ],
      users: [
        { id: "u1", name: "B. Writer", slug: "b", email: "b@old.example.org", website: null },
        { id: "u2", name: "A. O'Writer", slug: "a", email: "a@old.example.org", website: "https://a.example.net/" },
      ],
    };
    const { problems } = await imported(data(tables), ...SITE);
    expect(problems).toEqual([]);
    const { one } = await compiled();
    expect(one).toMatchObject({
      title: "When <table> beats <div> & more",
      summary: "1 < 2 & <i>so</i>",
      canonical: "https://first.example.net/one",
      byline: [
        { name: "A. O'Writer", url: "https://a.example.net/" },
        { name: "B. Writer", url: "https://old.example.org/author/b/" },
      ],
      tags: ["Quays", "Tides & <ebb>"],
      formerPaths: ["/one/"],
    });
    expect(one?.body).toContain(
      '<figure><img src="https://old.example.org/content/images/quay.jpg" alt="A <quay>"><figcaption>By day &#x26; night</figcaption></figure>',
    );
  });

  it("has no original if the export names the post's own address", async () => {
    await imported(data({ posts: [post("one", { canonical_url: "__GHOST_URL__/one/" })] }), ...SITE);
    expect((await compiled()).one?.canonical).toBeUndefined();
  });

  it("is listed by title and address if it is not an article", async () => {
    const { summary, total } = await imported(
      data({
        posts: [
          post("about", { type: "page", title: "About <us>", visibility: "members" }),
          post("gold", { visibility: "paid", title: "Gold" }),
          post("tiers", { visibility: "tiers" }),
          post("mail", { status: "sent" }),
          post("mail-draft", { status: "draft" }),
          post("old", { status: "archived" }),
          post("in"),
        ],
        posts_meta: [{ post_id: "mail-draft", email_only: 1 }],
      }),
      ...SITE,
    );
    expect(summary.slice(0, -1)).toEqual([
      "left out: 1 page for members",
      "  About <us> (https://old.example.org/about/)",
      "left out: 1 post for paid",
      "  Gold (https://old.example.org/gold/)",
      "left out: 1 post for tiers",
      "  tiers (https://old.example.org/tiers/)",
      "left out: 2 posts sent by e-mail only",
      "  mail (https://old.example.org/mail/)",
      "  mail-draft (https://old.example.org/mail-draft/)",
      "left out: 1 post that is archived",
      "  old (https://old.example.org/old/)",
    ]);
    expect(total).toBe("1 article written, 0 unchanged");
  });

  it("names 20 of many pages, and says how many more there are", async () => {
    const pages = Array.from({ length: 23 }, (_, index) => post(`page-${index}`, { type: "page", visibility: "paid" }));
    const { summary } = await imported(data({ posts: pages }), ...SITE);
    expect(summary).toHaveLength(23);
    expect(summary.slice(0, 2)).toEqual(["left out: 23 pages for paid", "  page-0 (https://old.example.org/page-0/)"]);
    expect(summary.at(-2)).toBe("  … and 3 more");
  });

  it("reports injected code, e-mail cards and cards for members as lost", async () => {
    const lexical = JSON.stringify({ root: { children: [{ type: "email", html: "<p>Dear reader</p>" }] } });
    const html =
      '<p>a</p>\n<!--kg-gated-block:begin nonMember:false memberSegment:"status:free,status:-free" --><p>Secret</p><!--kg-gated-block:end-->\n';
    const { summary } = await imported(
      data({ posts: [post("one", { lexical, html, codeinjection_head: "<script>count()</script>" })] }),
      ...SITE,
    );
    const lines = summary.join("\n");
    expect(lines).toContain("code that Ghost adds to the post's page");
    expect(lines).toContain("a card that Ghost shows in e-mails only");
    expect(lines).toContain("a card that Ghost shows to members or in e-mails only");
    expect((await compiled()).one?.body).toBe("<p>a</p>");
  });

  it("without HTML is rendered from Lexical, Mobiledoc or Markdown, with its addresses and clean cards", async () => {
    const button = { type: "button", buttonText: "Go", buttonUrl: "__GHOST_URL__/go/", alignment: "center" };
    const none = { html: null, plaintext: "Plain" };
    await imported(
      data({
        posts: [
          post("lexical", { ...none, lexical: JSON.stringify({ root: { children: [button] } }) }),
          post("mobiledoc", {
            ...none,
            status: "draft",
            mobiledoc: JSON.stringify({
              version: "0.3.1",
              atoms: [],
              cards: [["image", { src: "__GHOST_URL__/content/images/a.jpg" }]],
              markups: [],
              sections: [
                [1, "p", [[0, [], 0, "Text"]]],
                [10, 0],
              ],
            }),
          }),
          post("markdown", { ...none, markdown: "Low *water*" }),
          post("plain", none),
          post("empty", { html: null, lexical: '{"root":{"children":[]}}' }),
        ],
      }),
      ...SITE,
    );
    const bodies = Object.fromEntries(Object.entries(await compiled()).map(([slug, { body }]) => [slug, body]));
    expect(bodies).toEqual({
      lexical: '<p><a href="https://old.example.org/go/">Go</a></p>',
      mobiledoc: '<p>Text</p><figure><img src="https://old.example.org/content/images/a.jpg" alt=""></figure>',
      markdown: "<p>Low <em>water</em></p>",
      plain: "<p>Plain</p>",
      empty: "",
    });
  });

  it("whose source cannot be read is a fault that names it, and the posts after it are imported", async () => {
    const { problems, total } = await imported(
      data({
        posts: [
          post("broken", { html: null, lexical: "{" }),
          post("odd", { html: null, mobiledoc: '{"sections":7}' }),
          post("worse", { html: null, lexical: '{"root":{"children":[{"type":"gallery","images":7}]}}' }),
          post("good", { html: null, lexical: '{"root":{"children":[{"type":"markdown","markdown":"Good"}]}}' }),
        ],
      }),
      ...SITE,
    );
    expect(problems.map((line) => line.slice(line.indexOf(", entry")))).toEqual([
      expect.stringMatching(/^, entry 1: "broken": its Lexical cannot be read: .*JSON/),
      expect.stringMatching(/^, entry 2: "odd": its Mobiledoc cannot be read: sections: /),
      expect.stringMatching(/^, entry 3: "worse": Ghost's renderer fails on it: /),
    ]);
    expect(total).toBe("1 article written, 0 unchanged, 3 failed");
  });
});

it("an export of Ghost 0.11 is read: numbers as ids and times, pages by a flag, authors in the post", async () => {
  const tables = {
    posts: [
      {
        id: 7,
        uuid: "u7",
        title: "Old",
        slug: "old",
        markdown: "x",
        html: "<p>x</p>",
        image: "/content/images/a.png",
        featured: 0,
        page: 0,
        status: "published",
        language: "en_US",
        author_id: 1,
        created_at: 1388318311015,
        published_at: 1388404710000,
        updated_at: 1388404710000,
      },
      {
        id: 8,
        uuid: "u8",
        title: "About",
        slug: "about",
        html: "<p>y</p>",
        page: 1,
        status: "published",
        author_id: 1,
        created_at: 1388318311015,
      },
    ],
    users: [{ id: 1, name: "A. Writer", slug: "a", website: "" }],
    tags: [{ id: 3, name: "Tides", slug: "tides" }],
    posts_tags: [{ id: 1, post_id: 7, tag_id: 3 }],
  };
  const document = { meta: { exported_on: 1388805572000, version: "000" }, data: tables };
  const { summary } = await imported(document, ...SITE);
  expect(summary.at(-1)).toBe("1 article written, 1 page written, 0 unchanged");
  const { old } = await compiled();
  expect(old).toMatchObject({
    published: "2013-12-30T11:58:30Z",
    byline: [{ name: "A. Writer", url: "https://old.example.org/author/a/" }],
    tags: ["Tides"],
  });
  expect(old?.body).toContain('src="https://old.example.org/content/images/a.png"');
});

it("an answer of Ghost's API is read, with its tags and authors, and says where the site is", async () => {
  const document = {
    posts: [
      post("one", {
        url: "https://old.example.org/blog/one/",
        excerpt: "Text that Ghost took",
        custom_excerpt: null,
        feature_image: "https://old.example.org/blog/content/images/q.jpg",
        feature_image_alt: "Quay",
        feature_image_caption: "<em>Dawn</em>",
        authors: [
          {
            id: "1",
            name: "A. Writer",
            slug: "a",
            email: "a@example.org",
            url: "https://old.example.org/blog/author/a/",
          },
        ],
        primary_author: { id: "1", name: "A. Writer", slug: "a", url: "https://old.example.org/blog/author/a/" },
        tags: [
          { id: "1", name: "Tides", slug: "tides", visibility: "public" },
          { id: "2", name: "#x", visibility: "internal" },
        ],
      }),
      post("two", { status: "draft", url: "https://old.example.org/blog/p/uuid-two/", email_only: true }),
    ],
    pages: [post("about", { url: "https://old.example.org/blog/about/" })],
    meta: { pagination: { page: 1 } },
  };
  const { problems, summary } = await imported(document);
  expect(problems).toEqual([]);
  expect(summary.slice(0, -1)).toEqual([
    "left out: 1 post sent by e-mail only",
    "  two (https://old.example.org/blog/two/)",
  ]);
  expect(summary.at(-1)).toBe("1 article written, 1 page written, 0 unchanged");
  const { one } = await compiled();
  expect(one).toMatchObject({
    byline: [{ name: "A. Writer", url: "https://old.example.org/blog/author/a/" }],
    tags: ["Tides"],
    formerPaths: ["/blog/one/"],
  });
  expect(one?.canonical).toBeUndefined();
  expect(one?.summary).toBe("Text.");
  expect(one?.body).toContain('alt="Quay"><figcaption>Dawn</figcaption>');
});
