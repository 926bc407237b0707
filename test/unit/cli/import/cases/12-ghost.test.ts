import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { emptyRepository } from "../import-in.ts";

/** Beside the repository, or beside the folder of its work trees. */
const [HERE = ""] = ["../../../../../../shared/cases", "../../../../../../../shared/cases"]
  .map((path) => join(import.meta.dirname, path))
  .filter(existsSync);
const { run, compiled } = emptyRepository();
const SITE = ["--site", "https://old.example.net"] as const;

describe.skipIf(HERE === "")("the Ghost exports of ../shared/cases (skipped if it is not there)", () => {
  it("12-ghost: each card is clean, and posts that have only Lexical are rendered", async () => {
    const { problems, summary, total } = await run(join(HERE, "12-ghost/ghost.json"), ...SITE);
    expect(problems).toEqual([]);
    expect(total).toBe("13 articles written (1 as drafts), 0 unchanged");
    expect(summary.filter((line) => line.startsWith("left out"))).toEqual([
      "left out: 1 post for paid",
      "left out: 1 post sent by e-mail only",
    ]);
    const articles = await compiled();
    const bodies = Object.values(articles).map(({ body }) => body);
    for (const body of bodies) expect(body).not.toMatch(/0:00|1×|<button|kg-|spacergif|__GHOST_URL__/);
    expect(articles.canonical?.canonical).toBe("https://elsewhere.example.net/original");
    expect(articles["lexical-only"]?.body).toMatch(/^<p>.+<\/p>$/);
    expect(articles["lexical-draft"]?.status).toBe("draft");
    expect(articles.video?.body).toMatch(/<video .*src="https:\/\/old\.example\.net\/content\/media\/2021\/v\.mp4"/);
    expect(articles.audio?.body).toMatch(/<audio .*src="https:\/\/old\.example\.net\/content\/media\/a\.mp3"/);
    expect(articles.audio?.body).not.toContain("<img");
    expect(articles.cards?.body).toContain("<details><summary>");
    expect(articles.bookmark?.body).toContain('<a href="https://other.example.net/a">');
    expect(articles.bookmark?.tags).toHaveLength(1);
  });

  it("ghost-export.json: titles are plain text, and nothing of Ghost's scripts is left", async () => {
    const { problems, summary, total } = await run(join(HERE, "ghost-export.json"), ...SITE);
    expect(problems).toEqual([]);
    expect(total).toBe("5 articles written (1 as drafts, 1 scheduled), 2 pages written, 0 unchanged");
    expect(summary.filter((line) => line.startsWith("left out"))).toEqual([
      "left out: 1 post for members",
      "left out: 1 post for paid",
      "left out: 1 post sent by e-mail only",
    ]);
    const cards = Object.values(await compiled()).find(({ title }) => title.includes("<b>x</b>"));
    expect(cards).toMatchObject({ canonical: "https://canon.example/x", summary: "A custom excerpt & more" });
    expect(cards?.tags).toHaveLength(2);
    expect(cards?.body).not.toMatch(/0:00|12\.4|1×|<button|<form|kg-|__GHOST_URL__/);
    expect(cards?.body).toContain("<details><summary>Toggle head</summary>");
  });
});
