import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { emptyRepository } from "./import-in.ts";

const repository = emptyRepository();
const { run, compiled, put, names } = repository;

const GOOD =
  "<item><title>Good</title><guid>g</guid><pubDate>Wed, 01 May 2019 09:30:00 GMT</pubDate><description>Whole.</description></item>";
const rss = (inner: string, before = "") => `${before}<rss version="2.0"><channel>${inner}</channel></rss>`;

describe("a file that is not a feed", () => {
  it.each([
    ["empty", "", "the file is empty; expected a feed or an export"],
    ["blank", " \n ", "the file is empty; expected a feed or an export"],
    ["plain text", "Hello", "neither XML nor JSON; expected RSS, Atom, JSON Feed, or an export of WordPress or Ghost"],
    ["packed", gzipSync("<rss/>"), "the file is packed; unpack it, and import what is in it"],
    ["a page", "<!doctype html><title>x</title>", "f is a web page; expected a feed or an export"],
    ["other XML", "<opml><body/></opml>", "line 1: <opml> at the top; expected <rss>, <feed> or <rdf:RDF>"],
    ["other JSON", '{"a":1}', "JSON, but neither a JSON Feed (with version and items) nor a Ghost export (with db)"],
    [
      "broken JSON",
      '{"version":"https://jsonfeed.org/version/1.1","items":[}',
      /^not JSON, before byte 56: Unexpected/,
    ],
    ["half a JSON", '{"version":"https://jsonfeed.org/version/1.1","items":[', "the document is incomplete"],
    ["deep JSON", `{"a":${"[".repeat(100_000)}`, "more than 200 lists and objects inside one another"],
    ["deep XML", rss(`<item>${"<a>".repeat(100_000)}`), "line 1: more than 256 elements in one another"],
    ["many attributes", rss(`<item ${'a="" '.repeat(5_000)}/>`), "line 1: more than 1000 attributes in one element"],
  ])("is reported with what was expected: %s", async (_, bytes, message) => {
    put("f", bytes);
    const { problems, isWhole } = await run("f");
    expect(isWhole).toBe(false);
    expect(problems).toHaveLength(1);
    expect(problems[0]?.replace(/^f[:,] /, "")).toEqual(
      typeof message === "string" ? message : expect.stringMatching(message),
    );
    expect(names()).toEqual([]);
  });

  it("is reported if it does not exist", async () => {
    expect((await run("none.xml")).problems).toEqual(["none.xml: there is no such file"]);
  });

  it("is abandoned before it fills the memory if a text does not end", async () => {
    put("f", rss(`${GOOD}<item><title>${"a".repeat(20_000_000)}`));
    const { problems, total } = await run("f");
    expect(problems).toEqual(["f, line 1: more than 8000000 characters"]);
    expect(total).toBe("1 article written, 0 unchanged, 1 failed");
  });
});

describe("an invalid entry", () => {
  it.each([
    ["is cut off", `<rss><channel>${GOOD}<item><title>Half`, "line 1: the document ends in its middle"],
    ["is not closed as it was opened", rss(`<item><b></item>${GOOD}`), /^line 1: no time; expected one/],
    ["has no time", rss(`<item><title>a</title></item>${GOOD}`), /^line 1: no time; expected one/],
    [
      "has neither title nor text",
      rss(`<item><pubDate>2019-01-01</pubDate></item>${GOOD}`),
      "line 1: neither a title nor any text",
    ],
    [
      "is nested too deeply",
      rss(
        `<item><title>a</title><pubDate>2019-01-01</pubDate><description>${"&lt;div>".repeat(5_000)}</description></item>${GOOD}`,
      ),
      "line 1: blocks nested too deeply",
    ],
    [
      "is too long",
      rss(
        `<item><title>a</title><pubDate>2019-01-01</pubDate><description>${"words ".repeat(900_000)}</description></item>${GOOD}`,
      ),
      "line 1: more than 5000000 characters of text",
    ],
  ])("is reported and the other entries are imported: an entry that %s", async (_, text, message) => {
    put("f", text);
    const { problems, isWhole } = await run("f");
    expect(isWhole).toBe(false);
    expect(problems.map((line) => line.replace(/^f, /, ""))).toEqual([
      typeof message === "string" ? message : expect.stringMatching(message),
    ]);
    expect(Object.keys(await compiled())).toEqual(["good"]);
  });
});

describe("a faulty but common document", () => {
  it("is accepted with a byte order mark, characters that XML forbids, HTML entities and undeclared prefixes", async () => {
    put(
      "f",
      `\uFEFF${rss(GOOD.replace("Whole.", "A\u000B b&nbsp;c\u0085&#13;d &amp;amp; &amp;eacute;").replace("<guid>", "<dc:creator>A. Writer</dc:creator><guid>"))}`,
    );
    expect((await run("f")).isWhole).toBe(true);
    // NEL and a carriage return are two line ends, and an empty line begins a paragraph.
    expect((await compiled()).good).toMatchObject({
      body: "<p>A b\u00A0c</p>\n<p>d &#x26; é</p>",
      byline: [{ name: "A. Writer" }],
    });
  });

  it.each(["utf-16le", "utf-16be", "windows-1252"] as const)("is accepted in the encoding %s", async (encoding) => {
    const text = rss(GOOD.replace("Whole.", "Über"), `<?xml version="1.0" encoding="${encoding}"?>`);
    const swap = (bytes: Buffer) => (encoding === "utf-16be" ? bytes.swap16() : bytes);
    put("f", encoding === "windows-1252" ? Buffer.from(text, "latin1") : swap(Buffer.from(`\uFEFF${text}`, "utf16le")));
    expect((await run("f")).isWhole).toBe(true);
    expect((await compiled()).good?.summary).toBe("Über");
  });
});

it("entities that a document declares with plain text are expanded, up to a limit", async () => {
  const doctype =
    "<!DOCTYPE rss PUBLIC '-//Netscape Communications//DTD RSS 0.91//EN' 'http://old.example.org/rss.dtd' [\n<!ENTITY quay \"Quay &amp; Pier\">\n<!-- <!ENTITY pier 'no'> -->\n<!ENTITY pier 'Pier &#8212; 2'>\n<!ENTITY quay 'second'><!ENTITY bold '<b>x</b>'>]>\n";
  put("f", rss(GOOD.replace("Whole.", "&quay;, &pier; &bold;").replace("Good", "At &quay;"), doctype));
  await run("f");
  const [article] = Object.values(await compiled());
  expect(article).toMatchObject({ title: "At Quay & Pier", summary: "Quay & Pier, Pier — 2 &bold;" });
  const long = `<!DOCTYPE rss [<!ENTITY a "${"a".repeat(200)}">]>`;
  put("long", rss(GOOD.replace("Whole.", "&a;".repeat(10_000)).replace("<guid>g", "<guid>h"), long));
  const { summary } = await run("long");
  expect(repository.read("good.html").match(/&#x26;a;/g)).toHaveLength(5_000);
  expect(summary.join()).toContain("an entity that nobody knows was kept as text");
});

it("entities that name others or files are not expanded", async () => {
  const bomb = `<!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa">${Array.from({ length: 9 }, (_, index) => `<!ENTITY a${index} "${`&a${index || ""};`.repeat(10)}">`).join("")}<!ENTITY f SYSTEM "file:///etc/hostname">]>`;
  put("f", rss(GOOD.replace("Whole.", "&a8; and &f;").replace("Good", "&a8; good"), `<?xml version="1.0"?>${bomb}`));
  expect((await run("f")).isWhole).toBe(true);
  const [article] = Object.values(await compiled());
  expect(article).toMatchObject({ title: "&a8; good", summary: "&a8; and &f;" });
});

describe("text that stands before a feed", () => {
  const feed = rss(GOOD, '<?xml version="1.0" encoding="UTF-8"?>\n');

  it.each([
    ["a warning of PHP", "\n<br />\n<b>Warning</b>: no file in <b>/srv/x.php</b> on line <b>3</b><br />\n"],
    ["a notice without markup", "Notice: no index & no name in /srv/x.php\n"],
    ["a script", "<script>if (a && b < c) go();</script>\n"],
  ])("is left out and told: %s", async (_, junk) => {
    put("f", junk + feed);
    const { problems, summary, isWhole } = await run("f");
    expect({ problems, isWhole }).toEqual({ problems: [], isWhole: true });
    expect(names()).toEqual(["good.html"]);
    expect(summary.join("\n")).toContain("text before the document was left out");
  });

  it("keeps the declared encoding and the lines", async () => {
    const text = `<b>Warning</b>\n${rss(`${GOOD.replace("Whole", "Łódź")}\n<item/>`, '<?xml version="1.0" encoding="ISO-8859-2"?>\n')}`;
    put(
      "f",
      Uint8Array.from(text, (sign) => ({ Ł: 0xa3, ó: 0xf3, ź: 0xbc })[sign] ?? sign.charCodeAt(0)),
    );
    const { problems } = await run("f");
    expect(repository.read("good.html")).toContain("Łódź.");
    expect(problems[0]).toMatch(/^f, line 4: /);
  });

  it("is no feed if none follows", async () => {
    put("f", "<p>Hello</p>");
    expect((await run("f")).problems).toEqual(["f: line 1: <p> at the top; expected <rss>, <feed> or <rdf:RDF>"]);
  });
});
