import { env } from "cloudflare:workers";
import { beforeAll, describe, expect, test } from "vitest";
import * as z from "zod";
import { readSettings } from "../../../src/store/d1/newsroom-settings.ts";
import { openNewsroom } from "../../../src/store/d1/open-newsroom.ts";
import { countingDatabase } from "../../bench/newsroom/counting-database.ts";
import { artifactOf } from "../../fixtures/file-content.ts";
import { empty } from "../open.ts";
import { articleToSend, makeToken, openDesk, problemOf } from "./open-desk.ts";

const { send, service } = openDesk();
const pageSchema = z.object({ articles: z.array(z.object({ slug: z.string() })), next: z.url().optional() });

let token: string;
beforeAll(async () => {
  await empty();
  token = await makeToken("searcher", ["publish"]);
  const articles: readonly [slug: string, article: object][] = [
    ["ferry", { title: "The ferry sails" }],
    ["draft", { title: "A FERRY to come", status: "draft" }],
    ["later", { title: "Summer", body: "<p>Ferries cross twice.</p>", scheduledFor: "2036-01-01T00:00:00Z" }],
    ["gone", { title: "Old ferry" }],
    ["tokyo", { title: "東京湾のフェリー" }],
    ["other", { title: "Transferry and offer" }],
  ];
  for (const [slug, article] of articles) {
    const published = "scheduledFor" in article ? undefined : "2026-02-01T08:00:00Z";
    const body = articleToSend({ published, ...article });
    const headers = { "content-type": "application/json" };
    expect((await send("PUT", `/desk/articles/${slug}`, { token, headers, body })).status).toBe(201);
  }
  await send("DELETE", "/desk/articles/gone?reason=Over", { token });
});

/** The slugs on all pages. */
async function found(query: string): Promise<string[]> {
  const slugs: string[] = [];
  let path: string | undefined = `/desk/articles?${query}`;
  while (path !== undefined) {
    const { articles, next }: z.infer<typeof pageSchema> = pageSchema.parse(
      await (await send("GET", path, { token })).json(),
    );
    slugs.push(...articles.map(({ slug }) => slug));
    path = next;
  }
  return slugs;
}

describe("a search of the articles at the desk", () => {
  test.each([
    ["q=ferry", ["gone", "draft", "ferry"]],
    ["q=ferr", ["gone", "later", "draft", "ferry"]],
    ["q=ferry&limit=1", ["gone", "draft", "ferry"]],
    ["q=ferr&limit=2", ["gone", "later", "draft", "ferry"]],
    ["q=ferry+sails", ["ferry"]],
    ["q=ferry&state=draft", ["draft"]],
    ["q=ferry&state=published", ["ferry"]],
    ["q=ferry&state=retracted", ["gone"]],
    ["q=%E6%9D%B1%E4%BA%AC", ["tokyo"]],
    ["q=nothing", []],
    ["q=%22ferry%22+OR+*", []],
  ])("%s finds %j", async (query, slugs) => {
    expect(await found(query)).toEqual(slugs);
  });

  test.each([
    ["q=", "q"],
    ["q=%21%21", "q"],
    [`q=${"a".repeat(101)}`, "q"],
    ["q=a&after=7", "after"],
    ["q=a&limit=0", "limit"],
    ["q=a&q=b", "q"],
  ])("%s is refused", async (query, parameter) => {
    const { status, problem } = await problemOf(await send("GET", `/desk/articles?${query}`, { token }));
    expect([status, problem.faults]).toMatchObject([400, [{ parameter }]]);
  });

  test("reads a limited number of rows, however many articles there are", async () => {
    const { db, count } = countingDatabase(env.DB);
    const newsroom = openNewsroom(db, readSettings(artifactOf([]), service.config.division), async () => {});
    const insert = env.DB.prepare(
      `INSERT INTO articles (id, slug, state, revision, modified, saved, due, hash, document)
       SELECT 'tag:example.org,2026:' || value, 'many-' || value, 'draft', 1, 0, 0, 0, '', '{"title":"Many","summary":"","updated":""}'
       FROM (WITH RECURSIVE n(value) AS (SELECT 1 UNION ALL SELECT value + 1 FROM n WHERE value < 1300) SELECT value FROM n)`,
    );
    await insert.run();
    const pages: number[] = [];
    const slugs: string[] = [];
    let after: string | undefined;
    do {
      Object.assign(count, { read: 0, written: 0, statements: [] });
      const page = await newsroom.search({ words: "ferr", most: 10, ...(after !== undefined && { after }) });
      pages.push(count.read);
      slugs.push(...page.items.map(({ slug }) => slug));
      after = page.next;
    } while (after !== undefined);
    expect(slugs).toEqual(["gone", "later", "draft", "ferry"]);
    expect(pages.length).toBe(3);
    expect(Math.max(...pages)).toBeLessThan(2_100);
  });
});
