import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { emptyRepository } from "../import-in.ts";

const CASES = join(import.meta.dirname, "../../../../../../shared/cases");
const { run, compiled } = emptyRepository();

describe.skipIf(!existsSync(CASES))("the cases of 06-media-rss (skipped if they are not there)", () => {
  const byTitle = async (name: string) => {
    const outcome = await run(join(CASES, "06-media-rss", name));
    expect(outcome.isWhole).toBe(true);
    return Object.fromEntries(Object.values(await compiled()).map((article) => [article.title, article]));
  };
  const pictures = (body = "") => [...body.matchAll(/<img src="([^"]*)" alt="([^"]*)"/g)].map(([, ...each]) => each);

  it("news.xml: thumbnails, untyped contents, sizes of one picture, child elements, and an episode", async () => {
    const articles = await byTitle("news.xml");
    expect(pictures(articles["thumb only"]?.body)).toEqual([["https://img.example.net/t1.jpg", ""]]);
    expect(pictures(articles["content without type"]?.body)).toEqual([["https://img.example.net/t2.jpg", ""]]);
    expect(articles["sizes of one picture"]?.image).toEqual({
      file: { url: "https://img.example.net/t3-1200.jpg", mediaType: "image/jpeg" },
      alternativeText: "alt",
      credit: "Ada Ferrier/Agency",
    });
    expect(articles["sizes of one picture"]?.body).toBe("<p>Text.</p>");
    expect(pictures(articles["image child"]?.body)).toEqual([["https://img.example.net/t5.jpg", ""]]);
    const { episode, "group desc": group } = articles;
    expect(pictures(episode?.body)).toEqual([["https://img.example.net/e4.jpg", ""]]);
    expect(episode?.attachments).toEqual([
      {
        file: { url: "https://cdn.example.net/e4.mp3?x=1&y=2", mediaType: "audio/mpeg", length: 0, duration: 750 },
        art: "https://img.example.net/e4.jpg",
      },
    ]);
    expect(pictures(group?.body)).toEqual([["https://img.example.net/t6.jpg", ""]]);
    expect(group?.body).toContain("<p>What the film shows.</p>");
    expect(group?.attachments.map(({ file }) => file.url)).toEqual(["https://cdn.example.net/6.mp4"]);
  });

  it("social.xml: every picture of a post with its description, and its film", async () => {
    const articles = await byTitle("social.xml");
    const { "Four views of the harbour": four, "Two enclosures": two } = articles;
    expect([four?.image?.file?.url, four?.image?.alternativeText]).toEqual([
      "https://files.example.net/1.png",
      "A red buoy",
    ]);
    expect(pictures(four?.body)).toEqual([
      ["https://files.example.net/2.png", "The pier"],
      ["https://files.example.net/3.png", ""],
    ]);
    expect(four?.attachments).toEqual([
      { file: { url: "https://files.example.net/4.mp4", mediaType: "video/mp4", length: 1 }, title: "Waves" },
    ]);
    expect(two?.image?.file?.url).toBe("https://files.example.net/5.jpg");
    expect(pictures(two?.body)).toEqual([["https://files.example.net/6.jpg", ""]]);
  });

  it("youtube.xml: the description with its lines and links, the picture, and a link to the film", async () => {
    const { "The six o'clock ferry": ferry } = await byTitle("youtube.xml");
    expect(ferry?.body.split("\n")).toEqual([
      '<figure><img src="https://img.example.net/abc123/hq.jpg" alt=""></figure>',
      "<p>How the crew gets her ready.</p>",
      '<p>Chapters: <a href="https://video.example.net/c">https://video.example.net/c</a></p>',
      `<p><a href="https://video.example.net/watch?v=abc123">The six o'clock ferry</a></p>`,
    ]);
    expect(ferry?.attachments).toEqual([]);
  });

  it.each(["pictures.json", "atom-pictures.xml"])("%s: both pictures", async (name) => {
    const [article] = Object.values(await byTitle(name));
    expect(article?.image?.file?.url).toBe("https://files.example.net/1.png");
    expect(pictures(article?.body)).toEqual([["https://files.example.net/2.png", ""]]);
  });
});

describe.skipIf(!existsSync(CASES))("the cases of 26-empty-src (skipped if they are not there)", () => {
  it("feed.xml: late pictures have their addresses, and empty ones are named in the report", async () => {
    const { summary } = await run(join(CASES, "26-empty-src/feed.xml"));
    const { e } = await compiled();
    expect([...(e?.body.matchAll(/<img src="([^"]*)"/g) ?? [])].map(([, src]) => src)).toEqual([
      "https://old.example.net/real.jpg",
      "https://old.example.net/lazy.jpg",
      "https://old.example.net/ns.jpg",
    ]);
    expect(e?.body).not.toContain("<audio");
    expect(summary.filter((line) => line.includes("without an address"))).toHaveLength(2);
  });
});
