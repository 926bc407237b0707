import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { examineFile } from "../../../src/doctor/examine-file.ts";
import { err, ok } from "../../../src/syntax/result.ts";
import { atom, rss } from "./grammar/faulty-documents.ts";
import { healthyDocuments, NOW } from "./healthy-documents.ts";

const EXCHANGE =
  /^(?:fetch\.(?!size)|status\.|redirects\.|transport\.|media-type\.|validators\.|last-modified\.|stability\.|cache\.|compression\.|head\.|accept\.|navigation\.|delta\.|cors\.|agents\.)/;

function examine(document: string | Uint8Array, base?: string) {
  const content = ok(typeof document === "string" ? Buffer.from(document) : document);
  return examineFile({ name: "feeds/a.xml", source: "file", base, content }, NOW);
}

const idsOf = (report: ReturnType<typeof examineFile>) => report.findings.map(({ id }) => id);

describe("a file on disk", () => {
  test.each(["/rss.xml", "/atom.xml", "/feed.json"])("without a fault has no finding: %s", (path) => {
    const report = examine(healthyDocuments[path]?.("https://example.org") ?? "");
    expect(report.findings).toEqual([]);
    expect(report).toMatchObject({ address: "feeds/a.xml", source: "file", readable: true, requests: 0 });
    expect(report.subjects).toMatchObject([{ where: "feeds/a.xml", kind: "feed", title: "Harbour", entries: 12 }]);
  });

  test("is not judged by what only a server does", () => {
    const [subject] = examine(rss()).subjects;
    expect(subject?.passed.filter((id) => EXCHANGE.test(id))).toEqual([]);
    expect(subject?.skipped).toContain("charset.declared");
    expect(subject?.passed).toContain("grammar.unknown-element");
  });

  test("has the findings of its document, with lines", () => {
    const { findings } = examine(rss({ inItem: "<pubdate>x</pubdate>" }));
    expect(findings.filter(({ level }) => level === "error").map(({ id, where, what }) => [id, where, what])).toEqual([
      ["grammar.unknown-element", "feeds/a.xml", "line 5, <item><pubdate>: is not defined there"],
    ]);
  });

  const titled = (title: string) => atom().replace("Harbour", title);

  test.each([
    ["ISO 8859-1, as it declares", Buffer.from(titled("Fähre").replace("utf-8", "iso-8859-1"), "latin1"), []],
    ["UTF-16 with its mark, without a declaration", utf16(titled("Fähre").replace(/<\?xml.*\?>/, "")), []],
    ["UTF-8 that declares ISO 8859-1", Buffer.from(titled("Fähre").replace("utf-8", "iso-8859-1")), ["charset.valid"]],
    ["windows-1252 that declares UTF-8", Buffer.from(titled("Fähre"), "latin1"), ["charset.valid"]],
  ])("is read in its encoding: %s", (_, bytes, errors) => {
    const report = examine(bytes);
    expect(report.findings.filter(({ level }) => level === "error").map(({ id }) => id)).toEqual(errors);
    expect(report.subjects).toMatchObject([{ title: "Fähre" }]);
  });

  test("that links to itself elsewhere has no finding, unless its place is known", () => {
    const document = atom();
    expect(idsOf(examine(document))).not.toContain("self.agrees");
    expect(idsOf(examine(document, "https://example.org/feed"))).not.toContain("self.agrees");
    expect(idsOf(examine(document, "https://example.org/other"))).toContain("self.agrees");
  });

  test("resolves relative addresses by its own address, or by the one that is given", () => {
    const twice = (more: string) => `<link rel="hub" href="https://hub.example.org/"/>${more}`;
    const relative = atom({ inChannel: twice('<link rel="self" href="../other"/>') });
    expect(examine(relative).findings.find(({ id }) => id === "hub.topic")?.what).toContain(
      "https://example.org/other",
    );
    const placed = examine(relative, "https://example.org/a/b");
    expect(placed.findings.find(({ id }) => id === "hub.topic")?.what).toContain("https://example.org/other");
  });

  test("with a hub and no link to itself is only told of the link: the server may send it", () => {
    const document = atom({ inChannel: '<link rel="hub" href="https://hub.example.org/"/>' });
    const ids = idsOf(examine(document.replace(/<link rel="self"[^>]*>/, "")));
    expect(ids).toContain("self.present");
    expect(ids).not.toContain("hub.topic");
  });

  test.each([
    ["is packed", ok(gzipSync("<rss/>")), "file.readable", "it is packed (gzip); unpack it first"],
    ["is empty", ok(new Uint8Array()), "file.readable", "it is empty"],
    [
      "is not there",
      err({ kind: "no-file", because: "there is no such file" } as const),
      "file.readable",
      "no such file",
    ],
    ["is too large", err({ kind: "too-large", bytes: 1_000, isDecoded: false } as const), "fetch.size", "1000 bytes"],
  ])("that %s is said to be so", (_, content, id, what) => {
    const report = examineFile({ name: "a.xml", source: "file", content }, NOW);
    expect(report).toMatchObject({ readable: false, counts: { error: 1 } });
    expect(report.findings).toMatchObject([{ id, what: expect.stringContaining(what) }]);
  });

  test("that is a page is not followed, and one that is nothing known is said to be so", () => {
    const page = examine(
      '<!doctype html><html><head><link rel="alternate" type="application/rss+xml" href="/feed"></head></html>',
    );
    expect(page).toMatchObject({ counts: { error: 0 }, requests: 0, subjects: [{ kind: "page" }] });
    expect(idsOf(examine("Dear reader"))).toEqual(["format.known"]);
  });
});

describe("an OPML file", () => {
  test("names its feeds, nested ones too, each once", () => {
    const opml = `<opml version="2.0"><head/><body><outline text="Ports">
<outline text="a" type="rss" xmlUrl="https://example.org/a"/><outline text="deep"><outline text="b" xmlurl=" https://example.org/b "/></outline>
</outline><outline text="a again" xmlUrl="https://example.org/a"/><outline text="c" type="rss" url="https://example.org/c"/>
<outline text="page" type="link" url="https://example.org/page"/><outline text="bare" xmlUrl="example.org/d"/>
<outline text="none" xmlUrl=""/><outline text="path" xmlUrl="e/feed.xml"/></body></opml>`;
    const named = ["https://example.org/a", "https://example.org/b", "https://example.org/c", "example.org/d"];
    expect(examine(opml).subscriptions).toEqual([...named, "e/feed.xml"]);
    expect(examine(opml, "https://lists.example.org/x/all.opml").subscriptions).toEqual([
      ...named,
      "https://lists.example.org/x/e/feed.xml",
    ]);
    expect(examine(rss())).not.toHaveProperty("subscriptions");
  });

  test("is read to its end if it is not well-formed", () => {
    const broken = `<opml version="1.1"><head><title>Q & A</title></head><body><outline text="x" xmlUrl="https://example.org/?a=1&b=2"></body></opml>`;
    expect(examine(broken).subscriptions).toEqual(["https://example.org/?a=1&b=2"]);
  });

  test("may be as deep as it likes", () => {
    const deep = 200;
    const opml = `<opml version="2.0"><body>${'<outline text="x">'.repeat(deep)}<outline xmlUrl="https://example.org/"/>${"</outline>".repeat(deep)}</body></opml>`;
    expect(examine(opml).subscriptions ?? []).toHaveLength(1);
  });
});

function utf16(text: string): Buffer {
  return Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, "utf16le")]);
}
