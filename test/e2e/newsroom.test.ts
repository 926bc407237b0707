import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseFeed } from "@rowanmanning/feed-parser";
import { expect } from "vitest";
import { commandsOf } from "../documents.ts";
import { eventually } from "./harness/eventually.ts";
import { type RunningNewsroom, startNewsroom } from "./harness/newsroom.ts";
import { copyProject, type ProjectCopy } from "./harness/project-copy.ts";
import { runCommand, runToSuccess } from "./harness/run-command.ts";
import { test as plainTest } from "./harness/served-test.ts";
import { editArticle, readArticlesThatAreOut, readWrittenArticles } from "./harness/written-articles.ts";

/** The tests of this file depend on each other's order, as they follow one newsroom. */
const test = plainTest.extend("life", { scope: "file" }, async ({ copy }, { onCleanup }) => {
  const life = { newsroom: await startNewsroom(copy) };
  onCleanup(() => life.newsroom.stop());
  return life;
});

const exported = ({ scratch }: ProjectCopy) => join(scratch, "export");

function run({ root, environment }: ProjectCopy, { token }: RunningNewsroom, ...args: string[]) {
  const options = { cwd: root, environment: { ...environment, DATELINE_TOKEN: token } };
  return runToSuccess("npm", ["run", "--silent", ...args], options);
}

const publish = (copy: ProjectCopy, newsroom: RunningNewsroom, ...args: string[]) =>
  run(copy, newsroom, "publish", "--", ...args, "--to", newsroom.origin);

async function jsonOf(response: Response) {
  return JSON.parse(await response.text());
}

async function listed({ desk }: RunningNewsroom): Promise<Record<string, string>> {
  const { articles } = await jsonOf(await desk("articles?limit=200"));
  const pairs = articles.map(({ slug, hash, state }: Record<string, string>) => [slug, `${state} ${hash}`]);
  return Object.fromEntries(pairs.toSorted());
}

async function titles({ get }: RunningNewsroom, path: string): Promise<readonly string[]> {
  const text = await (await get(path)).text();
  const items: readonly { title?: string | null }[] = path.endsWith(".json")
    ? JSON.parse(text).items
    : parseFeed(text).items;
  return items.map(({ title }) => String(title)).toSorted();
}

test("publishing a folder serves its public articles in each form", async ({ copy, life }) => {
  const written = readWrittenArticles(copy.root);
  const summary = await publish(copy, life.newsroom);
  expect(summary).toMatch(
    new RegExp(`^${written.length} created, 0 changed, 0 unchanged, 0 failed; [1-9]\\d* media files sent\n$`),
  );
  const out = readArticlesThatAreOut(copy.root).filter(({ fields }) => fields.status !== "draft");
  const expected = out.map(({ fields }) => String(fields.title)).toSorted();
  for (const path of ["/rss.xml", "/atom.xml", "/feed.json"])
    expect(await titles(life.newsroom, path)).toEqual(expected);
  const { items } = await jsonOf(await life.newsroom.get("/feed.json"));
  const pictures = items.flatMap(({ image }: { image?: string }) => (image === undefined ? [] : [image]));
  expect(pictures.length).toBeGreaterThan(0);
  for (const address of pictures) expect((await fetch(address)).status, address).toBe(200);
});

test("publishing again sends nothing, and publishing after an edit sends the edited article", async ({
  copy,
  life,
}) => {
  const { length } = readWrittenArticles(copy.root);
  expect(await publish(copy, life.newsroom)).toBe(
    `0 created, 0 changed, ${length} unchanged, 0 failed; 0 media files sent\n`,
  );
  editArticle(copy.root, "seoul-flexible-sanctions", { title: "Another headline" });
  expect(await publish(copy, life.newsroom)).toBe(
    `0 created, 1 changed, ${length - 1} unchanged, 0 failed; 0 media files sent\n`,
  );
  expect(await titles(life.newsroom, "/rss.xml")).toContain("Another headline");
});

test("a file that the newsroom refuses is reported by its line, and the command exits with 1", async ({
  copy,
  life,
}) => {
  const { environment, root } = copy;
  const answer = await life.newsroom.desk("articles/refused", {
    method: "PUT",
    headers: { "Content-Type": "text/markdown" },
    body: "---\ntitle: A\nsection: nowhere\n---\n",
  });
  const { faults } = await jsonOf(answer);
  expect([answer.status, faults[0].line]).toEqual([422, 3]);
  const args = ["run", "--silent", "publish", "--", "--to", life.newsroom.origin, "--token", "dateline_unknown"];
  const denied = await runCommand("npm", args, { cwd: root, environment });
  expect([denied.exitCode, denied.stdout]).toEqual([1, expect.stringMatching(/^Ended early: Authentication required/)]);
});

test("an export equals what was written, and publishing it changes nothing", async ({ copy, life }) => {
  const folder = exported(copy);
  await run(copy, life.newsroom, "export", "--", "--from", life.newsroom.origin, "--to", folder);
  const articles = readdirSync(join(folder, "articles")).toSorted();
  expect(articles).toEqual(readdirSync(join(copy.root, "content/articles")).toSorted());
  for (const name of articles) {
    const text = readFileSync(join(folder, "articles", name), "utf8");
    const written = readFileSync(join(copy.root, "content/articles", name), "utf8");
    const [time = ""] = /^updated: .*$/m.exec(text) ?? [];
    // The newsroom dates a change that the author does not date, and the export says when it was.
    const isEdited = name === "seoul-flexible-sanctions.md";
    expect(text, name).toBe(isEdited ? written.replace(/^updated: .*$/m, time) : written);
    if (isEdited) expect(Date.parse(time.slice("updated: ".length))).toBeGreaterThan(Date.parse("2026-01-01"));
  }
  for (const name of readdirSync(join(folder, "media")))
    expect(readFileSync(join(folder, "media", name)).equals(readFileSync(join(copy.root, "content/media", name)))).toBe(
      true,
    );
  expect(await publish(copy, life.newsroom, folder)).toMatch(/^0 created, 0 changed, \d+ unchanged, 0 failed; 0 media/);
});

test("a scheduled article is served when it is due and not before", async ({ life }) => {
  // The times of articles are whole seconds.
  const scheduledFor = new Date(Math.ceil(Date.now() / 1_000) * 1_000 + 3_000).toISOString();
  const answer = await life.newsroom.desk("articles/soon", {
    method: "PUT",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ title: "Soon", body: "<p>Now.</p>", scheduledFor }),
  });
  expect(await answer.json()).toMatchObject({ state: "scheduled" });
  if (Date.now() < Date.parse(scheduledFor) - 1_000)
    expect(await titles(life.newsroom, "/atom.xml")).not.toContain("Soon");
  const shows = async () => ((await titles(life.newsroom, "/atom.xml")).includes("Soon") ? true : undefined);
  await eventually("it is in the feed", shows, { seconds: 20 });
  expect(Date.now()).toBeGreaterThanOrEqual(Date.parse(scheduledFor));
});

test("the walk through the desk in docs/newsroom.md works as written", { timeout: 300_000 }, async ({
  repository,
  copy,
  life,
}) => {
  const { origin, token } = life.newsroom;
  const environment = { ...copy.environment, ADDRESS: origin, TOKEN: token, TMPDIR: copy.scratch };
  const blocks = commandsOf(repository, "docs/newsroom.md", "newsroom");
  expect(blocks.length).toBeGreaterThan(8);
  // All blocks run in one shell. It ends at the first command that fails, and the last mark names that command.
  const script = blocks.map((block, index) => `${block}\necho; echo "mark ${index}"`).join("\n");
  const { exitCode, stdout, stderr } = await runCommand("bash", ["-euo", "pipefail", "-c", script], {
    cwd: copy.root,
    environment,
    seconds: 280,
  });
  const marks = [...stdout.matchAll(/^mark (\d+)$/gm)].map(([, mark]) => Number(mark));
  expect([exitCode, marks.length], `${stdout}\n${stderr}`).toEqual([0, blocks.length]);
  expect(stdout).toContain("Since Tuesday");
  expect(stdout).toMatch(/\n0 created, 0 changed, \d+ unchanged, 0 failed; 0 media files sent\n\s*mark/);
  expect((await life.newsroom.get("/articles/quay-opens")).status).toBe(410);
  expect(await listed(life.newsroom)).toMatchObject({
    "a-draft": expect.stringMatching(/^draft/),
    "summer-fares": expect.stringMatching(/^scheduled/),
    "quay-opens": expect.stringMatching(/^retracted/),
    "a-mark": expect.stringMatching(/^published/),
  });
});

test("everything is stored after a restart, and the token stays the same", async ({ copy, life }) => {
  const before = await listed(life.newsroom);
  const { token } = life.newsroom;
  await life.newsroom.stop();
  life.newsroom = await startNewsroom(copy);
  expect(life.newsroom.token).toBe(token);
  expect(await listed(life.newsroom)).toEqual(before);
});

test("publishing a complete export to an empty newsroom gives it the same content", async ({
  repository,
  copy,
  life,
}) => {
  const before = await listed(life.newsroom);
  await run(copy, life.newsroom, "export", "--", "--from", life.newsroom.origin, "--to", exported(copy), "--force");
  await life.newsroom.stop();
  const second = copyProject(repository);
  try {
    life.newsroom = await startNewsroom(second);
    expect(await publish(second, life.newsroom, exported(copy))).toMatch(
      new RegExp(`^${Object.keys(before).length} created, 0 changed, 0 unchanged, 0 failed`),
    );
    expect(await listed(life.newsroom)).toEqual(before);
  } finally {
    await life.newsroom.stop();
    second.remove();
  }
});
