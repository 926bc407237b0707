import { describe, expect, test } from "vitest";
import type { Article } from "../../../src/model/article.ts";
import { renderAtom } from "../../../src/render/atom.ts";
import { contentHtml } from "../../../src/render/content-html.ts";
import { renderArticlePage } from "../../../src/render/html/pages/article-page.tsx";
import { preparedBody } from "../../../src/render/html/parts/article-body.ts";
import { renderJsonFeed } from "../../../src/render/json-feed.ts";
import { renderRss } from "../../../src/render/rss.ts";
import { variantsOf } from "../../../src/site/picture-variants.ts";
import { parseXml } from "../../../src/syntax/xml/parse-xml.ts";
import { childNamed, childrenNamed, descendantsOf } from "../../../src/syntax/xml/xml-element.ts";
import { feedOf, fullArticle, ORIGIN } from "../../fixtures/full-article.ts";

const lead = { ...fullArticle.image?.file, url: `${ORIGIN}/media/2c3d4e5f60718293/ferry.jpg`, mediaType: "image/jpeg" };
const map = {
  url: `${ORIGIN}/media/3d4e5f6071829304/map.png`,
  mediaType: "image/png",
  length: 9,
  width: 800,
  height: 600,
};
const pictured: Article = { ...fullArticle, attachments: [], pictures: [lead, map] };
const LEAD = variantsOf(lead).flatMap(({ variants }) => variants.map(({ url }) => url));
const WIDE = `${ORIGIN}/media/2c3d4e5f60718293-0355a/ferry.jpg.1200.jpg`;

describe("a page", () => {
  const page = renderArticlePage(pictured, feedOf([pictured]));

  test("shows the lead picture in three formats and widths, and in the original's format to old browsers", () => {
    const [picture = ""] = /<picture>.*?<\/picture>/.exec(page) ?? [];
    expect([...picture.matchAll(/type="([^"]+)"/g)].map(([, type]) => type)).toEqual(["image/avif", "image/webp"]);
    for (const url of LEAD) expect(picture).toContain(url);
    expect(picture).toContain(" 400w, ");
    expect(picture.match(/sizes="\(min-width: 58rem\) 54rem, 100vw"/g)).toHaveLength(3);
    expect(picture).toContain(`src="${WIDE}"`);
    expect(picture).toContain('alt="A ferry at the slipway at dusk" width="1600" height="900" fetchpriority="high"');
    expect(page).not.toContain('"https://news.example.org/media/2c3d4e5f60718293/ferry.jpg"');
  });

  test("names 1,200 pixels to sites that show a preview, with their size", () => {
    expect(page).toContain(`<meta property="og:image" content="${WIDE}"/>`);
    expect(page).toContain('<meta property="og:image:width" content="1200"/>');
    expect(page).toContain(`"image":{"@type":"ImageObject","url":"${WIDE}","width":1200,"height":675`);
  });

  test("leaves pictures of the text that have a list of their own, and those without variants", () => {
    const own = `<p><img src="${map.url}" srcset="${map.url} 2x" alt=""></p>`;
    const chosen = `<picture><source srcset="${map.url}"><img src="${map.url}" alt=""></picture>`;
    const other = '<p><img src="https://elsewhere.example/a.jpg" alt=""></p>';
    for (const body of [own, chosen, other])
      expect(preparedBody(body, [map])).toBe(body.replaceAll("<img ", '<img loading="lazy" '));
    expect(preparedBody(`<img src="${map.url}" alt="">`, undefined)).not.toContain("<picture>");
  });

  test("asks for no more than the width that a picture of the text has", () => {
    const body = preparedBody(`<p><img src="${map.url}" alt="" width="240" height="180"></p>`, [map]);
    expect(body).toContain('sizes="(min-width: 240px) 240px, 100vw"');
    expect(body).toMatch(/<img loading="lazy" src="[^"]+\.800\.png" srcset="[^"]+" sizes="[^"]+" alt="" width="240"/);
  });
});

describe("a feed", () => {
  const feed = feedOf([pictured]);

  test("shows one address of each picture, in a width that readers like", () => {
    const content = contentHtml(pictured);
    expect(content).toContain(
      `<figure><img src="${WIDE}" alt="A ferry at the slipway at dusk" width="1200" height="675">`,
    );
    expect(content).toContain(`src="${ORIGIN}/media/3d4e5f6071829304-0355a/map.png.800.png"`);
    expect(content).not.toMatch(/srcset|<picture|ferry\.jpg"/);
  });

  test("keeps a size that the author chose", () => {
    const small = { ...pictured, body: `<p><img src="${map.url}" alt="" width="80" height="60"></p>`, pictures: [map] };
    expect(contentHtml(small)).toContain('map.png.800.png" alt="" width="80" height="60">');
  });

  test.each([
    ["RSS", renderRss(feed)],
    ["Atom", renderAtom(feed)],
  ])("of %s lists all variants as media:content of one group, that of the thumbnail first", (_, xml) => {
    const read = parseXml(xml);
    if (!read.ok) throw new Error(read.error.message);
    const entry = descendantsOf(read.value.root).find(({ name }) => name === "item" || name === "entry");
    const thumbnail = entry && childNamed(entry, "thumbnail");
    expect(thumbnail?.attributes).toEqual({ url: WIDE, width: "1200", height: "675" });
    const groups = entry ? childrenNamed(entry, "group") : [];
    const contents = groups.flatMap((group) => childrenNamed(group, "content"));
    expect(contents.map(({ attributes }) => attributes.url).toSorted()).toEqual(LEAD.toSorted());
    expect(contents[0]?.attributes).toEqual({
      url: WIDE,
      type: "image/jpeg",
      medium: "image",
      isDefault: "true",
      width: "1200",
      height: "675",
    });
    expect(xml).not.toMatch(/<enclosure|rel="enclosure"/);
  });

  test("lists no variants beside a recording, which apps would take for episodes", () => {
    const withSound = feedOf([{ ...pictured, attachments: fullArticle.attachments }]);
    expect(renderRss(withSound)).not.toContain("<media:group");
    expect(renderRss(withSound)).toContain(`<media:thumbnail url="${WIDE}"`);
  });

  test("of JSON names it as image and banner_image", () => {
    const [item] = JSON.parse(renderJsonFeed(feed)).items;
    expect([item.image, item.banner_image]).toEqual([WIDE, WIDE]);
  });

  test("names the picture itself if it has no variants", () => {
    const { pictures: _, ...plain } = pictured;
    expect(renderRss(feedOf([plain]))).toContain(`<media:thumbnail url="${lead.url}" width="1600" height="900"`);
    expect(renderRss(feedOf([plain]))).not.toContain("<media:group");
  });
});
