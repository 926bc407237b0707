import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import type { DevServer } from "../harness/dev-server.ts";
import { eventually } from "../harness/eventually.ts";
import { exchange } from "../harness/exchange.ts";
import { servedItems, untilServed } from "../harness/served-items.ts";
import { test } from "../harness/served-test.ts";
import { addArticle, editArticle, readArticlesThatAreOut } from "../harness/written-articles.ts";

/**
 * An article of the content with a lead picture: the picture's file, the path at which it is served, and that of the
 * variant that feeds name.
 */
async function picture(server: DevServer) {
  const article = readArticlesThatAreOut(server.root).find(({ fields }) => fields.image !== undefined);
  const item = (await servedItems(server)).find(({ id }) => id === article?.fields.id);
  if (!article || !item?.image) throw new Error("no article with a picture");
  const { src } = article.fields.image as { src: string };
  const file = join(server.root, "content/media", src);
  const bytes = readFileSync(file);
  return { file, bytes, path: `/media/${hashOf(bytes)}/${src}`, shown: new URL(item.image).pathname };
}

function hashOf(bytes: Buffer): string {
  return createHash("sha256").update(bytes).digest("hex").slice(0, 16);
}

test("a picture is sent unchanged with an immutable lifetime, under the hash of its bytes", async ({ server }) => {
  const { bytes, path, shown } = await picture(server);
  const { status, headers, body } = await server.get(path, { "accept-encoding": "br, gzip" });
  expect(status).toBe(200);
  expect(body.equals(bytes)).toBe(true);
  expect(shown).toMatch(new RegExp(`^/media/${hashOf(bytes)}-`));
  const variant = await server.get(shown);
  expect([variant.status, variant.headers["content-type"]]).toEqual([200, "image/jpeg"]);
  expect(headers).toMatchObject({
    "cache-control": "public, max-age=31536000, immutable",
    "accept-ranges": "bytes",
    "access-control-allow-origin": "*",
    "x-content-type-options": "nosniff",
    "content-type": "image/jpeg",
    "content-length": String(bytes.length),
  });
  const again = await server.get(path, { "if-none-match": String(headers.etag) });
  expect([again.status, again.body.length]).toEqual([304, 0]);
  const head = await exchange(server.origin, path, { method: "HEAD" });
  expect([head.status, head.headers["content-length"], head.body.length]).toEqual([200, String(bytes.length), 0]);
});

test("a Range request returns the part of a picture", async ({ server }) => {
  const { bytes, path } = await picture(server);
  const total = bytes.length;
  const parts: [string, number, number][] = [
    ["bytes=0-99", 0, 99],
    ["bytes=100-", 100, total - 1],
    ["bytes=-50", total - 50, total - 1],
  ];
  for (const [range, first, last] of parts) {
    const { status, headers, body } = await server.get(path, { range });
    expect([status, headers["content-range"]]).toEqual([206, `bytes ${first}-${last}/${total}`]);
    expect(headers["content-length"]).toBe(String(last - first + 1));
    expect(body.equals(bytes.subarray(first, last + 1))).toBe(true);
  }
  const beyond = await server.get(path, { range: `bytes=${total}-` });
  expect([beyond.status, beyond.headers["content-range"]]).toEqual([416, `bytes */${total}`]);
});

test("a picture that changes gets another address", async ({ server }) => {
  const before = await picture(server);
  writeFileSync(before.file, Buffer.concat([before.bytes, Buffer.from([0])]));
  const isMoved = async () => ((await picture(server)).shown === before.shown ? undefined : picture(server));
  const after = await eventually("another address", isMoved, { describe: server.messages });
  expect((await server.get(after.path)).body.equals(after.bytes)).toBe(true);
  expect((await server.get(after.shown)).status).toBe(200);
  for (const path of [before.path, before.shown]) expect((await server.get(path)).status).toBe(404);
});

test("the picture of a scheduled article returns 404 until the article is public", async ({ server }) => {
  const { root } = server;
  const bytes = Buffer.concat([readFileSync(join(root, "content/media/icon.png")), Buffer.from([0])]);
  writeFileSync(join(root, "content/media/later.png"), bytes);
  const id = "tag:dateline.example,2026-01-01:articles/scheduledpicture";
  const fields = {
    id,
    title: "Later",
    byline: "Ada Ferrier",
    published: "2099-01-02T03:04:05Z",
    image: { src: "later.png", alt: "A square" },
  };
  addArticle(root, { slug: "later", fields, markdown: "Not before its time." });
  const path = `/media/${hashOf(bytes)}/later.png`;
  // The build has copied the file to the assets. Only the Worker decides whether it is served.
  await eventually("the build", () => existsSync(join(root, ".dateline/assets", path)) || undefined, {
    describe: server.messages,
  });
  // This article is public and is compiled by the same build or a later one.
  addArticle(root, {
    slug: "now",
    fields: { id: `${id}2`, title: "Now", byline: "Ada Ferrier", published: "2026-01-02T03:04:05Z" },
    markdown: "Out.",
  });
  await untilServed(server, "the other article", (item) => item.title === "Now");
  expect((await server.get("/articles/later")).status).toBe(404);
  expect((await server.get(path)).status).toBe(404);
  expect((await server.get(`/${hashOf(bytes)}/later.png`)).status).toBe(404);

  editArticle(root, "later", { published: "2026-01-02T03:04:05Z" });
  await untilServed(server, "the article", (item) => item.id === id);
  expect((await server.get(path)).body.equals(bytes)).toBe(true);
});

test("no data file of the build is served, however it is asked for", async ({ server }) => {
  const built = join(server.root, ".dateline/assets/content");
  const names = readdirSync(built, { recursive: true, encoding: "utf8" }).filter((name) =>
    /^(?:catalogue|words|feeds)/.test(name),
  );
  const paths = names.filter((name) => statSync(join(built, name)).isFile()).map((name) => `content/${name}`);
  expect(paths.length).toBeGreaterThan(3);
  const spellings = (path: string) => [
    `/${path}`,
    `//${path}`,
    `/./${path}`,
    `/x/../${path}`,
    `/${path}/`,
    `/${path}?`,
    `/%63${path.slice(1)}`,
    `/${path.replaceAll("/", "%2F")}`,
    `/${path.replaceAll("/", "//")}`,
    `/assets/${path}`,
  ];
  for (const path of paths.slice(0, 6).flatMap(spellings))
    for (const [method, headers] of [
      ["GET", {}],
      ["HEAD", {}],
      ["GET", { range: "bytes=0-9" }],
      ["POST", {}],
      ["OPTIONS", {}],
    ] as const) {
      const response = await fetch(server.origin + path, { method, headers, redirect: "manual" });
      expect([path, method, response.status]).not.toEqual([path, method, 200]);
      expect([path, method, response.status < 300]).toEqual([path, method, response.status === 204]);
    }
});
