import { expect } from "vitest";
import { faultsAt, sampleOfAddresses } from "./harness/doctors-report.ts";
import { eventually } from "./harness/eventually.ts";
import { type RunningNewsroom, startNewsroom } from "./harness/newsroom.ts";
import { test as plainTest } from "./harness/served-test.ts";

/** The tests of this file follow one another: the second run starts in the folder that the first one left. */
const test = plainTest.extend("life", { scope: "file" }, async ({ copy }, { onCleanup }) => {
  const life = { newsroom: await startNewsroom(copy, 0, ["--seed"]) };
  onCleanup(() => life.newsroom.stop());
  return life;
});

type Listed = { readonly slug: string; readonly title: string; readonly state: string; readonly etag: string };

async function jsonOf(response: Response) {
  return JSON.parse(await response.text());
}

function saidOfSeed({ output }: RunningNewsroom): Promise<string> {
  const look = () => /^(?:Seeded|Already seeded|The newsroom could not be seeded).*$/m.exec(output())?.[0];
  return eventually("the newsroom says that it is seeded", look, { seconds: 240, describe: output });
}

async function listed({ desk }: RunningNewsroom, state?: string): Promise<readonly Listed[]> {
  const query = state === undefined ? "limit=200" : `limit=200&state=${state}`;
  return (await jsonOf(await desk(`articles?${query}`))).articles;
}

async function firstThat(
  newsroom: RunningNewsroom,
  state: string,
  pattern: RegExp,
): Promise<readonly [string, string]> {
  for (const { slug } of await listed(newsroom, state)) {
    const page = await (await newsroom.get(`/articles/${encodeURIComponent(slug)}`)).text();
    if (pattern.test(page)) return [slug, page];
  }
  throw new Error(`no article that is ${state} has ${pattern}`);
}

test("--seed fills the newsroom with articles in every state", { timeout: 300_000 }, async ({ life: { newsroom } }) => {
  expect(await saidOfSeed(newsroom)).toBe("Seeded: 200 articles, 21 media files and 4 subscribers are new.");
  const count = async (state: string) => (await listed(newsroom, state)).length;
  expect([await count("draft"), await count("retracted"), await count("unpublished")]).toEqual([12, 8, 6]);
  // The first scheduled articles appear within minutes.
  expect(await count("scheduled")).toBeGreaterThan(9);
  expect((await count("scheduled")) + (await count("published"))).toBe(174);
});

test("a scheduled article and a draft are not visible, and a retracted one answers 410", async ({
  life: { newsroom },
}) => {
  const feed = await (await newsroom.get("/feed.json")).text();
  const monthAgo = Date.now() - 30 * 24 * 60 * 60 * 1_000;
  const dates: readonly string[] = JSON.parse(feed).items.map((item: Record<string, string>) => item.date_published);
  expect(dates.filter((date) => Date.parse(date) > monthAgo).length).toBeGreaterThan(20);
  for (const state of ["scheduled", "draft"]) {
    // The last of the scheduled ones is the one that was sent first, and it is due in months.
    const article = (await listed(newsroom, state)).at(-1);
    if (!article) throw new Error(`no article is ${state}`);
    expect((await newsroom.get(`/articles/${encodeURIComponent(article.slug)}`)).status, state).toBe(404);
    expect(feed).not.toContain(encodeURIComponent(article.slug));
  }
  for (const state of ["retracted", "unpublished"]) {
    const [article] = await listed(newsroom, state);
    expect((await newsroom.get(`/articles/${encodeURIComponent(article?.slug ?? "")}`)).status, state).toBe(410);
  }
});

test("pages show corrections, pictures that are served, and text from right to left", async ({
  life: { newsroom },
}) => {
  const [, corrected] = await firstThat(newsroom, "published", /class="corrections"/);
  expect(corrected).toMatch(/<time/);
  const [, pictured] = await firstThat(newsroom, "published", /<img[^>]+src="[^"]*\/media\/[^"]+\.png"/);
  const [, address = ""] = /<img[^>]+src="([^"]*\/media\/[^"]+\.png)"/.exec(pictured) ?? [];
  const picture = await fetch(new URL(address, newsroom.origin));
  expect([picture.status, picture.headers.get("content-type")]).toEqual([200, "image/png"]);
  expect(
    Buffer.from(await picture.arrayBuffer())
      .subarray(1, 4)
      .toString(),
  ).toBe("PNG");
  const [, leftward] = await firstThat(newsroom, "published", /lang="ar"/);
  expect(leftward).toContain('dir="rtl"');
});

test("the hub page of the desk shows the subscribers", async ({ life: { newsroom } }) => {
  const { subscriptions } = await jsonOf(await newsroom.desk("subscriptions"));
  const topics = subscriptions.map(({ topic }: { topic: string }) => topic.slice(newsroom.origin.length));
  expect(topics.toSorted()).toEqual(["/atom.xml", "/feed.json", "/rss.xml", "/sections/world/atom.xml"]);
  const session = await fetch(`${newsroom.origin}/desk/session`, {
    method: "POST",
    body: new URLSearchParams({ token: newsroom.token }),
    headers: { Origin: newsroom.origin },
    redirect: "manual",
  });
  const [cookie = ""] = session.headers.getSetCookie().map((each) => each.split(";")[0] ?? "");
  const page = await (await newsroom.get("/desk/hub", { Cookie: cookie })).text();
  expect(page).toContain("4 of 4 feeds");
});

test("the doctor finds no error and no warning", { timeout: 300_000 }, async ({ life: { newsroom } }) => {
  const addresses = await sampleOfAddresses(newsroom.origin);
  // Two archives in three forms are among them.
  expect(addresses.length).toBeGreaterThanOrEqual(18);
  const faults: string[] = [];
  for (const address of addresses) {
    // While the doctor looks, a scheduled article may appear, and two answers differ. Then it looks again.
    if ((await faultsAt(address)).length > 0) faults.push(...(await faultsAt(address)));
  }
  expect(faults).toEqual([]);
});

test("a second run changes nothing and says so", { timeout: 300_000 }, async ({ copy, life }) => {
  const state = async () => {
    const articles = await listed(life.newsroom);
    const { records } = await jsonOf(await life.newsroom.desk("audit?limit=200"));
    const byToken = records.filter(({ actor }: { actor: string }) => actor === "development");
    const { subscriptions } = await jsonOf(await life.newsroom.desk("subscriptions"));
    const created = subscriptions.map((each: { created: string; host: string }) => [each.host, each.created]);
    return { articles: articles.map(({ slug }) => slug).toSorted(), newest: byToken[0], created };
  };
  const before = await state();
  expect(before.articles).toHaveLength(200);
  await life.newsroom.stop();
  life.newsroom = await startNewsroom(copy, 0, ["--seed"]);
  expect(await saidOfSeed(life.newsroom)).toBe(
    "Already seeded: all 200 articles and 4 subscribers are there. Nothing was changed.",
  );
  expect(await state()).toEqual(before);
});
