import { rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { emptyRepository } from "./import-in.ts";

const { root, run, compiled, names, read, put } = emptyRepository();

type Story = { guid?: string; link?: string; title?: string; day?: number };

const item = ({ guid, link, title = "", day = 1 }: Story) =>
  [
    "<item>",
    title === "" ? "" : `<title>${title}</title>`,
    link === undefined ? "" : `<link>${link.replaceAll("&", "&amp;")}</link>`,
    guid === undefined ? "" : `<guid isPermaLink="false">${guid}</guid>`,
    `<pubDate>${day} May 2019 09:30:00 +0200</pubDate><description>Text of ${title} on day ${day}.</description></item>`,
  ].join("");
const rss = (stories: readonly Story[]) =>
  `<rss version="2.0"><channel><link>https://old.example.org/</link>${stories.map(item).join("")}</channel></rss>`;
const site = "https://old.example.org";

/** The ids of the articles that an import into an empty repository makes, by title. */
async function idsOf(...documents: readonly (readonly Story[])[]) {
  for (const name of names()) rmSync(join(root(), "content/articles", name));
  for (const stories of documents) {
    put("feed.xml", rss(stories));
    expect((await run("feed.xml")).problems).toEqual([]);
  }
  return Object.fromEntries(Object.values(await compiled()).map(({ title, id }) => [title, id]));
}

describe("entries that share a guid but not an address are articles of their own", () => {
  const kinds: readonly [string, string | undefined][] = [
    ["no guid", undefined],
    ["an empty guid", ""],
    ["a zero", "0"],
    ["a word for nothing", "null"],
    ["zeros of a UUID", "00000000-0000-0000-0000-000000000000"],
    ["the site's address", "https://old.example.org"],
    ["the site's address with tracking", "http://www.old.example.org/?utm_source=rss"],
    ["the feed's address", "https://old.example.org/feed.xml"],
    ["a name of the feed", "harbour-news"],
    ["a tag URI", "tag:old.example.org,2019:feed"],
    ["a UUID", "urn:uuid:1225c695-cfb8-4ebb-aaaa-80da344efa6a"],
  ];
  it.each(kinds)("%s", async (_, guid) => {
    const stories = ["a", "b", "c"].map((name, index) => ({
      ...(guid !== undefined && { guid }),
      link: `${site}/${name}`,
      title: name,
      day: index + 1,
    }));
    const ids = await idsOf(stories);
    expect(Object.keys(ids).sort()).toEqual(["a", "b", "c"]);
    expect(new Set(Object.values(ids)).size).toBe(3);
    expect((await run("feed.xml")).total).toBe("0 articles written, 3 unchanged");
    // The order makes no difference, neither to a first import nor to the next one.
    put("feed.xml", rss(stories.toReversed()));
    expect((await run("feed.xml")).total).toBe("0 articles written, 3 unchanged");
    expect(await idsOf(stories.toReversed())).toEqual(ids);
    // A story that comes later leaves the others as they are.
    const later = await idsOf(stories.slice(0, 2), [{ ...stories[2], title: "c" }, ...stories.slice(0, 2)]);
    expect(Object.keys(later)).toHaveLength(3);
    expect((await run("feed.xml")).total).toBe("0 articles written, 3 unchanged");
  });

  it("also if they have one time, as after a move of the site", async () => {
    const stories = ["a", "b"].map((name) => ({ guid: "x", link: `${site}/${name}`, title: name }));
    expect(Object.keys(await idsOf(stories)).sort()).toEqual(["a", "b"]);
  });

  it("also if none has an address", async () => {
    const stories = ["a", "b"].map((title, index) => ({ guid: "x", title, day: index + 1 }));
    expect(Object.keys(await idsOf(stories)).sort()).toEqual(["a", "b"]);
    expect((await run("feed.xml")).total).toBe("0 articles written, 2 unchanged");
  });

  it("also if the address is that of the site", async () => {
    const stories = ["a", "b"].map((title, index) => ({ link: `${site}/`, title, day: index + 1 }));
    expect(Object.keys(await idsOf(stories)).sort()).toEqual(["a", "b"]);
    expect((await run("feed.xml")).total).toBe("0 articles written, 2 unchanged");
  });

  it("also if without a guid they link to one page of another site", async () => {
    const stories = ["a", "b"].map((title, index) => ({ link: "https://b.example.net/x", title, day: index + 1 }));
    expect(Object.keys(await idsOf(stories)).sort()).toEqual(["a", "b"]);
  });

  it("does not write two ids into one file, nor any file in a dry run", async () => {
    const stories = ["a", "b"].map((name, index) => ({
      guid: "x",
      link: `${site}/${name}`,
      title: name,
      day: index + 1,
    }));
    put("feed.xml", rss(stories));
    await run("feed.xml", "--dry-run");
    expect(names()).toEqual([]);
    await run("feed.xml");
    for (const name of names()) expect(read(name).match(/^id: /gm)).toHaveLength(1);
  });
});

describe("entries that are one article", () => {
  it("are a repeated guid with one address, in one document or in two", async () => {
    const story = { guid: "x", link: `${site}/a`, title: "a" };
    await idsOf([story, { ...story, title: "a, corrected", day: 2 }]);
    expect(names()).toEqual(["a.html"]);
    await run("feed.xml");
    expect(names()).toEqual(["a.html"]);
  });

  it("are one guid whose address changed since", async () => {
    const story = { guid: "tag:old.example.org,2019:a", link: `${site}/a`, title: "a" };
    const ids = await idsOf([story]);
    put("feed.xml", rss([{ ...story, link: `${site}/2019/a` }]));
    const { problems } = await run("feed.xml");
    expect(problems).toEqual(["content/articles/a.html: differs from the imported article; not changed"]);
    expect(Object.values(ids)).toEqual([story.guid]);
    expect(names()).toEqual(["a.html"]);
  });

  it("are one address with and without tracking, a certificate or www.", async () => {
    await idsOf([
      { link: `${site}/a?utm_source=rss&utm_medium=feed`, title: "a" },
      { link: "http://www.old.example.org/a", title: "a" },
    ]);
    expect(names()).toEqual(["a.html"]);
    expect((await compiled()).a?.formerPaths).toEqual(["/a"]);
  });

  it("keep different ids for parameters that name the page", async () => {
    const ids = await idsOf([
      { link: `${site}/show.php?id=1&ref=rss`, title: "a" },
      { link: `${site}/show.php?id=2&ref=rss`, title: "b" },
      { link: `${site}/?p=7`, title: "c" },
      { link: `${site}/?p=8`, title: "d" },
    ]);
    expect(new Set(Object.values(ids)).size).toBe(4);
  });
});
