import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { emptyRepository, FIXTURES } from "./import-in.ts";

const repository = emptyRepository();
const exported = readFileSync(join(FIXTURES, "wordpress-facts.xml"), "utf8");

async function imported(change: (text: string) => string = (text) => text) {
  repository.put("export.xml", change(exported));
  const { summary } = await repository.run(join(repository.root(), "export.xml"));
  const [article] = Object.values(await repository.compiled());
  return { summary, article, source: repository.read(repository.names()[0] ?? "") };
}

it("names all authors: guests, terms by the plugin's description, and users by their display name", async () => {
  const { article } = await imported();
  expect(article?.byline).toEqual([
    { name: "Gia Honour", url: "https://gia.example/" },
    { name: "Lee Shore" },
    { name: "Mo Berth & crew" },
  ]);
});

it("names every creator if there are no terms", async () => {
  const { article } = await imported((text) =>
    text
      .replace(/<category domain="author".*\n/g, "")
      .replace("<dc:creator>", "<dc:creator>Ann Chor</dc:creator><dc:creator>"),
  );
  expect(article?.byline).toEqual([{ name: "Ann Chor" }, { name: "Mo Berth & crew" }]);
});

it("takes categories by name, without the default one in its language, formats and languages", async () => {
  expect((await imported()).article?.tags).toEqual(["Boats & ropes", "News"]);
});

it.each([
  ["Sin categoría", []],
  ["Uncategorised", []],
  ["Без рубрики", []],
  ["未分類", []],
  ["دسته‌بندی نشده", []],
  ["Ikke-kategoriseret", []],
  ["General", ["General"]],
  ["Uncategorised things", ["Uncategorised things"]],
])("the category %s gives the tags %j", async (name, tags) => {
  const { article } = await imported((text) =>
    text.replace("Boats &amp; ropes", name).replace("[News]", "[Non classé]"),
  );
  expect(article?.tags).toEqual(tags);
});

it("keeps the address with every earlier name and day as a former path", async () => {
  expect((await imported()).article?.formerPaths).toEqual([
    "/2024/05/21/the-new-slipway.html",
    "/?p=40",
    "/2024/04/30/the-new-slipway.html",
    "/2024/05/21/slipway.html",
    "/2024/04/30/slipway.html",
  ]);
});

it("shows the featured picture with its caption, alternative text and credit", async () => {
  expect((await imported()).article?.body).toContain(
    '<img src="https://slipway.example/wp-content/uploads/s.jpg" alt="A slipway"><figcaption>The slipway at low tide <span class="credit">(Zoé Harbour)</span></figcaption>',
  );
});

it("prefers the credit that a plugin keeps", async () => {
  const { article } = await imported((text) =>
    text
      .replace("_wp_attachment_image_alt]]></wp:meta_key>", "_wp_attachment_image_alt]]></wp:meta_key>")
      .replace(
        "<wp:meta_key><![CDATA[_wp_attachment_metadata]]>",
        "<wp:meta_key><![CDATA[_media_credit]]></wp:meta_key><wp:meta_value>Ann Chor</wp:meta_value></wp:postmeta><wp:postmeta><wp:meta_key><![CDATA[_wp_attachment_metadata]]>",
      ),
  );
  expect(article?.body).toContain('<span class="credit">(Ann Chor)</span>');
});

it("puts the reusable block into the text, wherever it is in the export", async () => {
  const { article } = await imported();
  expect(article?.body).toMatch(/<p>It opens\.<\/p>\s*<p>Mind the ropes\.<\/p>/);
});

it("keeps the recording with its season", async () => {
  expect((await imported()).article?.attachments).toEqual([
    {
      file: { url: "https://slipway.example/1.mp3", mediaType: "audio/mpeg", length: 12_345, duration: 754 },
      season: 2,
    },
  ]);
});

it("lists other types by title and address, and counts comments", async () => {
  const { summary } = await imported();
  expect(summary.filter((line) => /^(?:left out| {2})/.test(line))).toEqual([
    "left out: 1 comment",
    "left out: 1 comment that was not approved",
    "left out: 1 pingback",
    "left out: 1 product",
    "  A plank (https://slipway.example/product/plank/)",
    "left out: 1 attachment",
    "left out: 1 reusable block",
    "left out: 1 guest-author",
  ]);
});

it("names a featured picture that is not in the export", async () => {
  const { summary } = await imported((text) =>
    text.replace("<wp:meta_value><![CDATA[50]]>", "<wp:meta_value><![CDATA[51]]>"),
  );
  expect(summary.join("\n")).toContain("a featured picture that the export does not list");
});

it("drops the rest of a character at which WordPress has cut a slug", async () => {
  await imported((text) => text.replaceAll("the-new-slipway", "%e6%b8%af%e5%8f%a3%e7%9a"));
  expect(repository.names()).toEqual(["港口.html"]);
});
