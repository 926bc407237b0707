import { describe, expect, it } from "vitest";
import { emptyRepository } from "./import-in.ts";

const { run, compiled, put } = emptyRepository();

const item = (name: string, { title = name, description = `<![CDATA[Text of ${name}.]]>`, more = "" } = {}) =>
  `<item>\n<title>${title}</title>\n<link>https://old.example.org/${name}</link>\n<guid isPermaLink="false">${name}</guid>\n<pubDate>Wed, 01 May 2019 09:30:00 GMT</pubDate>\n<description>${description}</description>${more}\n</item>\n`;
const rss = (...items: readonly string[]) =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0"><channel><title>Old</title><link>https://old.example.org/</link>\n${items.join("")}</channel></rss>\n`;
const whole = {
  first: { title: "first", body: "<p>Text of first.</p>" },
  last: { title: "last", body: "<p>Text of last.</p>" },
};

describe("one fault in an entry", () => {
  /** The fault, and what the article has. `first` and `last` stand around it. */
  it.each<[string, Parameters<typeof item>[1], { title?: string; body?: string }]>([
    ["a bare & in a title", { title: "Salt & pepper" }, { title: "Salt & pepper" }],
    ["an & at the end", { title: "Salt &" }, { title: "Salt &" }],
    ["an & in a name", { title: "AT&T and R&D; Q&A" }, { title: "AT&T and R&D; Q&A" }],
    ["entities of HTML", { title: "One&ndash;two &eacute;t&eacute; &hellip;" }, { title: "One–two été …" }],
    ["an entity without a semicolon", { title: "A &copy 2020" }, { title: "A © 2020" }],
    ["a reference to a control character", { title: "A&#1;b&#x1F;c&#0;d" }, { title: "Abcd" }],
    ["a reference to half a character", { title: "A&#xD83D;b" }, { title: "Ab" }],
    ["references to two halves", { title: "A &#55357;&#57075; b" }, { title: "A 🛳 b" }],
    ["a reference beyond Unicode", { title: "A&#x110000;b" }, { title: "Ab" }],
    ["references of windows-1252", { title: "It&#146;s &#150; open" }, { title: "It’s – open" }],
    ["control characters", { title: "A\u0001b\u000Cc\u0000d" }, { title: "Abcd" }],
    ["control characters of windows-1252", { title: "It\u0092s" }, { title: "It’s" }],
    ["a stray <", { title: "1 < 2 and a <3 b" }, { title: "1 < 2 and a <3 b" }],
    ["a stray < before a letter", { title: "if a <beta and c" }, { title: "if a <beta and c" }],
    ["a < before the end of its element", { title: "a<b" }, { title: "a<b" }],
    ["]]> in a text", { title: "A ]]> b" }, { title: "A ]]> b" }],
    ["an unclosed element", { description: "A <b>bold word" }, {}],
    ["wrongly nested elements", { description: "A <b><i>bold</b></i> word" }, {}],
    ["a stray end tag", { description: "A bold</b></p> word" }, { body: "<p>A bold word</p>" }],
    ["a <br> of HTML", { description: "One<br>two" }, {}],
    ["an undeclared prefix", { more: "<dc:creator>A. Writer</dc:creator><media:x y:z='1'/>" }, {}],
    ["a doubled attribute", { more: '<source url="https://a.example" url="https://b.example">x</source>' }, {}],
    ["an attribute without quotation marks", { more: "<source url=https://a.example>x</source>" }, {}],
    ["an attribute without its last quotation mark", { more: '<source url="https://a.example>x</source>' }, {}],
    ["an attribute without its value", { more: "<source url>x</source>" }, {}],
    ["a < in an attribute", { more: '<source url="a<b" title="<b>x</b>">x</source>' }, {}],
    ["an & in an attribute", { more: '<enclosure url="https://a.example/a.mp3?b=1&c=2" type="audio/mpeg"/>' }, {}],
    ["a CDATA section without an end", { description: "<![CDATA[Text of broken." }, { body: "<p>Text of broken.</p>" }],
    [
      "half the end of a CDATA section",
      { description: "<![CDATA[Text of broken.]]" },
      { body: "<p>Text of broken.</p>" },
    ],
    ["a comment without an end", { description: "Text of broken. <!-- more" }, {}],
    ["an instruction without an end", { more: "<?php echo 1;" }, {}],
    ["a declaration inside", { more: '<?xml version="1.0"?>' }, {}],
    ["a tag without its >", { more: "<source url='x'" }, {}],
    ["an end tag without its >", { more: "<source>x</source" }, {}],
    ["an end tag with other capitals", { more: "<source>x</SOURCE>" }, {}],
    ["an end tag without a name", { title: "A </> b" }, {}],
    ["an unclosed element of a feed", { more: "<author>A. Writer" }, {}],
    ["a stray </channel>", { more: "</channel>" }, {}],
    ["a stray </item>", { more: "</item>" }, {}],
    ["more than 256 open elements", { description: `${"<i>".repeat(300)}deep` }, {}],
  ])("costs nothing around it: %s", async (_, fault, expected) => {
    put("f", rss(item("first"), item("broken", fault), item("last")));
    await run("f");
    const { first, last, broken } = await compiled();
    expect({ first, last }).toMatchObject(whole);
    if (!fault?.description?.includes("<i><i>"))
      expect(broken).toMatchObject({ formerPaths: ["/broken"], published: "2019-05-01T09:30:00Z", ...expected });
  });

  it.each([
    ["</item>", (text: string) => text.replace("</item>\n<item>", "<item>")],
    ["its </title>", (text: string) => text.replace("broken</title>", "broken")],
    ["its </description>", (text: string) => text.replace("of broken.]]></description>", "of broken.]]>")],
    ["its </link>", (text: string) => text.replace("org/broken</link>", "org/broken")],
    [
      "its </guid> and its </pubDate>",
      (text: string) => text.replace("broken</guid>", "broken").replace("GMT</pubDate>", "GMT"),
    ],
  ])("loses nothing if the source lacks %s", async (_, edit) => {
    const [first, broken, last] = ["first", "broken", "last"].map((name) => item(name));
    put("f", rss(first ?? "", edit(broken ?? ""), last ?? ""));
    await run("f");
    expect(await compiled()).toMatchObject({ ...whole, broken: { title: "broken", body: "<p>Text of broken.</p>" } });
  });

  it("in the head of the feed costs no entry", async () => {
    for (const head of [
      "<title>Salt & pepper",
      "<description><![CDATA[x</description>",
      "<image><url>x</image>",
      "<x:y>",
    ]) {
      put("f", rss(item("first"), item("last")).replace("<title>Old</title>", head));
      await run("f", "--force");
      expect(await compiled()).toMatchObject(whole);
    }
  });
});

describe("a document", () => {
  it("that ends before its end tags gives all its entries, and says that it is cut off", async () => {
    put("f", rss(item("first"), item("last")).replace("</channel></rss>", ""));
    const { problems } = await run("f");
    expect(problems).toEqual([expect.stringMatching(/the document ends in its middle/)]);
    expect(await compiled()).toMatchObject(whole);
  });

  it("that goes on behind its root gives all its entries", async () => {
    put(
      "f",
      rss(item("first"))
        .replace("</channel>", "</channel></rss>")
        .replace("</rss>", `</rss>${item("last")}<script>x</script>`),
    );
    await run("f");
    expect(await compiled()).toMatchObject(whole);
  });

  it("with sections that quote feeds and comments that hide entries is read to the letter", async () => {
    const quoted =
      "<pre>&lt;item>&lt;title>a&lt;/title>&lt;/item></pre></item>\n<item><title><![CDATA[b]]]]><![CDATA[></title>";
    put(
      "f",
      rss(
        item("first"),
        `<!-- ${item("hidden")} -->`,
        item("quoting", { description: `<![CDATA[${quoted}]]>` }),
        item("last"),
      ),
    );
    const { summary } = await run("f");
    const { hidden, quoting, ...rest } = await compiled();
    expect(rest).toMatchObject(whole);
    expect(hidden).toBeUndefined();
    expect(quoting?.body).toContain("&#x3C;item>");
    expect(summary.join("\n")).not.toMatch(/section/);
  });

  it("of Atom keeps the entries around a fault, and an entry may hold another as its content", async () => {
    const entry = (name: string, inner = `<content type="html">Text of ${name}.</content>`) =>
      `<entry><id>tag:old.example.org,2019:${name}</id><title>${name}</title><updated>2019-05-01T09:30:00Z</updated>${inner}</entry>`;
    const nested = `<content type="application/atom+xml">${entry("inner")}</content>`;
    put(
      "f",
      `<feed xmlns="http://www.w3.org/2005/Atom">${entry("first")}${entry("nested", nested)}<entry><title>open</title>${entry("last")}</feed>`,
    );
    await run("f");
    const { inner, ...articles } = await compiled();
    expect(articles).toMatchObject(whole);
    expect(articles).toHaveProperty("nested");
    expect(inner).toBeUndefined();
  });
});

describe("damage that the source has", () => {
  it.each([
    ["U+FFFD", "Caf\uFFFD"],
    ["a reference to U+FFFD", "Caf&#xFFFD;"],
    ["UTF-8 that was decoded twice", "CafÃ© Ã\u00A0 la plage"],
  ])("is reported and kept: %s", async (_, title) => {
    put("f", rss(item("first", { title })));
    const { summary } = await run("f");
    expect(summary.join("\n")).toMatch(/the source has/);
    expect(Object.values(await compiled())).toHaveLength(1);
  });

  it("is reported in the text of HTML, in JSON and in half characters", async () => {
    const version = "https://jsonfeed.org/version/1.1";
    for (const html of ["Caf&#xFFFD;", "Caf\uD83D", "l\u00e2\u0080\u0099\u00e9t\u00e9"]) {
      put(
        "f",
        JSON.stringify({ version, items: [{ id: html, content_html: html, date_published: "2019-05-01T09:30:00Z" }] }),
      );
      const { summary } = await run("f", "--force");
      expect(summary.join("\n")).toMatch(/the source has/);
    }
  });
});

describe("JSON", () => {
  const feed = `{"version":"https://jsonfeed.org/version/1.1","items":[{"id":"1","title":"Fähre – Größe, Öl","content_html":"<p>x</p>","date_published":"2019-05-01T09:30:00Z"}]}`;
  it.each([
    ["UTF-8 with a byte order mark", Buffer.from(`\uFEFF${feed}`)],
    ["UTF-16, little-endian", Buffer.from(feed, "utf16le")],
    ["UTF-16, big-endian, with a byte order mark", Buffer.from(`\uFEFF${feed}`, "utf16le").swap16()],
    ["windows-1252", Buffer.from(feed.replace("–", "\u0096"), "latin1")],
  ])("is read in %s", async (_, bytes) => {
    put("f", bytes);
    expect((await run("f")).isWhole).toBe(true);
    expect(Object.values(await compiled())).toMatchObject([{ title: "Fähre – Größe, Öl" }]);
  });

  it("with a stray byte says where it is", async () => {
    const bytes = Buffer.from(feed);
    const at = bytes.indexOf("ß");
    put("f", Buffer.concat([bytes.subarray(0, at), Buffer.from([0xdf]), bytes.subarray(at + 2)]));
    const { summary } = await run("f");
    expect(summary.join("\n")).toMatch(/a byte that is not UTF-8 was read as windows-1252/);
    expect(Object.values(await compiled())).toMatchObject([{ title: "Fähre – Größe, Öl" }]);
  });
});

describe("a namespace", () => {
  const entry =
    "<entry><id>a</id><title>Salt</title><updated>2019-05-01T09:30:00Z</updated><content>x</content></entry>";
  it.each([
    ["of Atom with https", `<feed xmlns="https://www.w3.org/2005/Atom">${entry}</feed>`],
    ["of Atom in small letters, with a slash", `<feed xmlns="http://www.w3.org/2005/atom/">${entry}</feed>`],
    ["of Atom that is missing", `<feed>${entry}</feed>`],
    ["of Atom whose prefix is not declared", `<atom:feed>${entry.replace(/<(\/?)(?=\w)/g, "<$1atom:")}</atom:feed>`],
  ])("is known: %s", async (_, text) => {
    put("f", text);
    expect((await run("f")).isWhole).toBe(true);
    expect(Object.values(await compiled())).toMatchObject([{ title: "Salt", body: "<p>x</p>" }]);
  });
});
