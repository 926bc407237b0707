import { brotliDecompressSync, gunzipSync } from "node:zlib";
import fc from "fast-check";
import { expect, test } from "vitest";
import { hotFrom, renderHotDocuments } from "../../../../src/cli/build/hot/render-hot-documents.ts";
import { compressed } from "../../../../src/cli/build/hot/write-hot-documents.ts";
import { createApp } from "../../../../src/http/app.ts";
import { readConfig } from "../../../../src/http/config.ts";
import { hotName, packHotDocument } from "../../../../src/http/hot/hot-document.ts";
import { readHotDocuments } from "../../../../src/http/hot/read-hot-documents.ts";
import type { ReadBuilt } from "../../../../src/http/representation/representation-cache.ts";
import type { RequestRecord } from "../../../../src/http/service.ts";
import { openFileSites } from "../../../../src/store/files/content-store.ts";
import { publication } from "../../../fixtures/full-article.ts";
import { type WrittenFiles, written } from "../../../fixtures/written-content.ts";
import { after, FOUND, START, type Step, step } from "../../../reference/desk-steps.ts";
import { FileReference } from "../../../reference/file-reference.ts";

const DIVISION = { entries: 3, bytes: 1_000_000 };
const ORIGINS = [publication.address, "https://xn--hfen-loa.example", "http://news.example:8080"];
const MINUTE = 60_000;

/** Builds the content and packs its hot documents. `built` is how a Worker reads them. */
async function build(reference: FileReference, builtAt: number) {
  const content = written(reference.artifact, DIVISION, builtAt);
  const from = hotFrom(content.head);
  const files = new Map<string, ArrayBuffer>();
  const instants = new Set<number>();
  for await (const { key, representation } of renderHotDocuments(content.head, content.read)) {
    const codings = await compressed(representation);
    files.set(
      hotName(key),
      Uint8Array.from(packHotDocument({ key, representation: { ...representation, codings } })).buffer,
    );
    if (Number.isFinite(representation.validUntil)) instants.add(representation.validUntil);
  }
  const built = readHotDocuments({ from, names: [...files.keys()] }, async (name) => files.get(name));
  return { content, built, instants, count: files.size, from };
}

/** A Worker that was just started, at one moment. */
function startWorker({ head, read }: WrittenFiles, now: number, built?: ReadBuilt) {
  const log: RequestRecord[] = [];
  const app = createApp({
    config: readConfig({}),
    siteFor: openFileSites({ mode: "production", address: head.publication.address, text: JSON.stringify(head) }, read),
    mediaFiles: { open: async () => undefined },
    built,
    now: () => now,
    log: (record) => log.push(record),
  });
  return async (path: string, headers: Record<string, string> = {}) => {
    const {
      status,
      headers: sent,
      body,
    } = await seen(await app.fetch(new Request(head.publication.address + path, { headers })));
    return { answer: { status, sent, body }, source: log.at(-1)?.representation };
  };
}

/** What a client sees, without its coding. */
async function seen(response: Response) {
  const bytes = Buffer.from(await response.arrayBuffer());
  const coding = response.headers.get("content-encoding");
  const plain = coding === "br" ? brotliDecompressSync(bytes) : coding === "gzip" ? gunzipSync(bytes) : bytes;
  return { status: response.status, headers: [...response.headers], body: plain.toString("utf8") };
}

test("after any edits, at any time and origin, a hot document has the bytes, the validators and the headers that the Worker renders", async () => {
  let fromBuild = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { minLength: 2, maxLength: 12 }),
      fc.constantFrom(...ORIGINS),
      fc.constantFrom(0, 1, 30 * MINUTE),
      async (steps: Step[], address, wait) => {
        const about = { ...publication, address, retractions: { days: 1 } };
        const reference = new FileReference(DIVISION, about);
        let now = START;
        for (const each of steps) {
          now += each.kind === "wait" ? each.minutes * MINUTE : 1_000;
          if (each.kind === "wait") continue;
          const before = reference.articles.find(({ id }) => id.endsWith(`/article-${each.article}`));
          const article = after(each, before, now, false);
          if (article) reference.put(article, now);
        }
        const { content, built, instants, count, from } = await build(reference, now + wait);
        expect(count).toBeGreaterThan(4);
        const paths = [
          ...["", "/sections/harbour"].flatMap((prefix) =>
            ["/", "/rss.xml", "/atom.xml", "/feed.json"].map((form) => prefix + form),
          ),
          ...reference.articles.map(({ slug }) => `/articles/${slug}`),
        ];
        const moments = [...instants].flatMap((instant) => [instant - 1, instant]);
        for (const moment of new Set([from - 1, from, from + 1, from + 40 * MINUTE, ...moments])) {
          const [hot, cold] = [startWorker(content, moment, built), startWorker(content, moment)];
          for (const path of paths) {
            const name = `${path} ${moment - from} ms after the last change`;
            const { answer, source } = await hot(path);
            const expected = await cold(path);
            expect(answer, name).toEqual(expected.answer);
            if (moment < from) expect(source, name).not.toBe("built");
            if (source !== "built") continue;
            fromBuild += 1;
            for (const coding of ["br", "gzip"])
              expect((await hot(path, { "accept-encoding": coding })).answer, name).toEqual(
                (await cold(path, { "accept-encoding": coding })).answer,
              );
          }
        }
      },
    ),
    { numRuns: 25, examples: FOUND.map((steps) => [[...steps], ORIGINS[0] ?? "", 0]) },
  );
  expect(fromBuild).toBeGreaterThan(100);
}, 300_000);
