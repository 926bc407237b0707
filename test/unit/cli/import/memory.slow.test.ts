import { spawnSync } from "node:child_process";
import {
  closeSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";

/** An export larger than the heap that reads it. Most entries are read like posts but write no file. */
const EXPORT_BYTES = 36_000_000;
const HEAP_MEGABYTES = 40;
const POST_BYTES = 40_000;
const OTHERS_A_POST = 45;

const command = join(import.meta.dirname, "../../../../src/cli/commands/import.ts");
let root = "";

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), "dateline-import-memory-"));
  mkdirSync(join(root, "content"));
  writeFileSync(
    join(root, "content/publication.yaml"),
    'title: Harbour\nlanguage: en\nidentity: { authority: example.org, date: "2026-01-01" }\n',
  );
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

const words = `<p>${"The quay is open again & the tide is high. ".repeat(90).replaceAll("&", "&amp;")}</p>\n`;
const body = words.repeat(Math.ceil(POST_BYTES / words.length));
const parts = Math.ceil(EXPORT_BYTES / body.length);
const isPost = (part: number) => part % (OTHERS_A_POST + 1) === 0;
const posts = Math.floor(parts / (OTHERS_A_POST + 1));

function write(name: string, pieces: Iterable<string>): string {
  const path = join(root, name);
  const file = openSync(path, "w");
  for (const piece of pieces) writeSync(file, piece);
  closeSync(file);
  expect(statSync(path).size).toBeGreaterThan(EXPORT_BYTES);
  return path;
}

function* wordPress() {
  yield '<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wp="http://wordpress.org/export/1.2/"><channel><link>https://old.example.org</link>';
  for (let post = 1; post <= parts; post += 1)
    yield `<item><title>Post ${post}</title><link>https://old.example.org/post-${post}/</link><guid>https://old.example.org/?p=${post}</guid><content:encoded><![CDATA[${body}]]></content:encoded><wp:post_id>${post}</wp:post_id><wp:post_date>2019-05-01 09:30:00</wp:post_date><wp:post_date_gmt>2019-05-01 07:30:00</wp:post_date_gmt><wp:post_type>${isPost(post) ? "post" : "product"}</wp:post_type><wp:status>publish</wp:status></item>`;
  yield "</channel></rss>";
}

function* ghost() {
  yield '{"db":[{"meta":{},"data":{"posts":[';
  for (let post = 1; post <= parts; post += 1)
    yield `${post === 1 ? "" : ","}${JSON.stringify({ id: String(post), title: `Post ${post}`, slug: `ghost-${post}`, html: body, type: "post", status: isPost(post) ? "published" : "sent", published_at: "2019-05-01T09:30:00Z" })}`;
  yield "]}}]}";
}

it.each([
  ["a WordPress export", "export.xml", wordPress, "products"],
  ["a Ghost export", "export.json", ghost, "posts sent by e-mail only"],
])("%s is imported in a heap that is smaller than the file", { timeout: 120_000 }, (_, name, pieces, others) => {
  const path = write(name, pieces());
  const args = [`--max-old-space-size=${HEAP_MEGABYTES}`, command, "feed", path, "--site", "https://old.example.org/"];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: "utf8" });
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  expect(stdout).toContain(`${posts} articles written, 0 unchanged\n`);
  expect(stdout.split("\n")[0]).toBe(`left out: ${(parts - posts).toLocaleString("en")} ${others}`);
  expect(stdout).toMatch(/ in \d+\.\d s, \d+\.\d ms an article\n$/);
  rmSync(path);
  const folder = join(root, "content/articles");
  expect(readdirSync(folder)).toHaveLength(posts);
  rmSync(folder, { recursive: true });
});
