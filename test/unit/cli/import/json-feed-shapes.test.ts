import { describe, expect, it } from "vitest";
import { emptyRepository } from "./import-in.ts";

const { run, compiled, names, put } = emptyRepository();

async function importOf(item: Readonly<Record<string, unknown>>, feed: Readonly<Record<string, unknown>> = {}) {
  put(
    "feed.json",
    JSON.stringify({
      version: "https://jsonfeed.org/version/1.1",
      home_page_url: "https://old.example.org/",
      items: [{ id: "1", url: "/a", title: "T", content_text: "x", date_published: "2019-05-01T09:30:00Z", ...item }],
      ...feed,
    }),
  );
  const { problems, summary } = await run("feed.json");
  expect(problems).toEqual([]);
  const [article] = Object.values(await compiled());
  if (!article) throw new Error("no article");
  return { article, summary: summary.join("\n") };
}

describe("the text of an item of JSON Feed", () => {
  it.each([
    [{ content_html: "", content_text: "One <b>" }, "<p>One &#x3C;b></p>"],
    [{ content_html: " \n", content_text: "One" }, "<p>One</p>"],
    [{ content_html: null, content_text: "One" }, "<p>One</p>"],
    [{ content_html: "<p>One</p>", content_text: "Two" }, "<p>One</p>"],
    [{ content_html: 7, content_text: "Two" }, "<p>7</p>"],
  ])("%j", async (item, body) => {
    expect((await importOf(item)).article.body).toBe(body);
  });
});

describe("the title of an item", () => {
  it.each([
    ["Why <video> beats <img>", "Why <video> beats <img>"],
    ["Fish &amp; chips &#8211; cheap", "Fish & chips – cheap"],
    [2024, "2024"],
  ])("%j", async (title, expected) => {
    expect((await importOf({ title })).article.title).toBe(expected);
  });
});

describe("the authors of an item", () => {
  const ada = { name: "Ada", url: "https://people.example.net/ada" };
  it.each([
    ["a list", { authors: [ada, { name: "Bo" }] }, [ada, { name: "Bo" }]],
    ["an object in place of a list", { authors: ada }, [ada]],
    ["a name in place of a list", { authors: "Ada" }, [{ name: "Ada" }]],
    ["a list of names", { authors: ["Ada", "Bo &amp; Co"] }, [{ name: "Ada" }, { name: "Bo & Co" }]],
    ["a mixed list", { authors: [null, 7, "Ada", {}] }, [{ name: "7" }, { name: "Ada" }]],
    ["an empty list and an author", { authors: [], author: ada }, [ada]],
    ["an author alone", { author: "Ada" }, [{ name: "Ada" }]],
    ["an author with mail", { author: "ada@example.org (Ada)" }, [{ name: "Ada", email: "ada@example.org" }]],
    ["an address alone", { authors: [{ url: ada.url }] }, [{ name: "people.example.net/ada", url: ada.url }]],
    ["a picture alone", { authors: [{ avatar: "https://a.example/x.png" }] }, [{ name: "The Desk" }]],
  ])("as %s", async (_, item, byline) => {
    expect((await importOf(item, { authors: [{ name: "The Desk" }] })).article.byline).toEqual(byline);
  });

  it("are those of the feed if it has none, in any shape", async () => {
    expect((await importOf({}, { author: "The Desk" })).article.byline).toEqual([{ name: "The Desk" }]);
  });
});

describe("other members of an item", () => {
  it.each([
    [1_615_254_256, "2021-03-09T01:44:16Z"],
    [1_615_254_256_000, "2021-03-09T01:44:16Z"],
  ])("a number as time: %j", async (date_published, published) => {
    expect((await importOf({ date_published })).article.published).toBe(published);
  });

  it.each([
    ["tides, quay", ["tides", "quay"]],
    [
      ["tides", 7, null, { name: "quay" }, ""],
      ["tides", "7", "quay"],
    ],
    [["Q&amp;A"], ["Q&A"]],
    [{ name: "tides" }, ["tides"]],
  ])("tags: %j", async (tags, expected) => {
    expect((await importOf({ tags })).article.tags).toEqual(expected);
  });

  it("numbers are ids, the same as their texts", async () => {
    const item = (id: unknown) => ({ id, title: `T${id}`, content_text: "x", date_published: "2019-05-01T09:30:00Z" });
    await importOf({}, { items: [item(0), item(7), item(8)] });
    expect(names()).toEqual(["t0.html", "t7.html", "t8.html"]);
    await importOf({}, { items: [item("8"), item("0"), item("7")] });
    expect(names()).toHaveLength(3);
  });
});
