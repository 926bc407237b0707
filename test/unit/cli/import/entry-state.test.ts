import { describe, expect, it } from "vitest";
import { emptyRepository } from "./import-in.ts";

const { run, compiled, names, put } = emptyRepository();

const KIND = "http://schemas.google.com/blogger/2008/kind#";
const entry = (name: string, more: string) =>
  `<entry><id>tag:blogger.com,1999:blog-7.post-${name}</id><published>2019-03-01T10:00:00Z</published><updated>2019-03-01T10:00:00Z</updated><title type='text'>Title ${name}</title><content type='html'>&lt;p&gt;Text.&lt;/p&gt;</content>${more}</entry>`;
const feed = (entries: readonly string[], attributes = "") =>
  `<?xml version='1.0' encoding='UTF-8'?>\n<feed xmlns='http://www.w3.org/2005/Atom' ${attributes}><id>tag:blogger.com,1999:blog-7</id><link rel='alternate' type='text/html' href='https://old.example.org/'/>${entries.join("")}</feed>`;

async function importOf(text: string) {
  put("feed.xml", text);
  const { problems, summary } = await run("feed.xml");
  expect(problems).toEqual([]);
  return summary.join("\n");
}

describe("a draft stays a draft", () => {
  it.each([
    ["RFC 5023", "xmlns:app='http://www.w3.org/2007/app'", "<app:control><app:draft>yes</app:draft></app:control>"],
    ["another prefix", "xmlns:x='http://www.w3.org/2007/app'", "<x:control><x:draft> YES </x:draft></x:control>"],
    ["the older namespace", "xmlns:a='http://purl.org/atom/app#'", "<a:control><a:draft>yes</a:draft></a:control>"],
    ["LiveJournal", "xmlns:lj='http://www.livejournal.org/rss/lj/1.0/'", "<lj:security>usemask</lj:security>"],
    ["no prefix", "", "<control xmlns='http://www.w3.org/2007/app'><draft>yes</draft></control>"],
  ])("with %s", async (_, attributes, control) => {
    await importOf(feed([entry("1", control)], attributes));
    expect(Object.values(await compiled()).map(({ status }) => status)).toEqual(["draft"]);
  });

  it("and says no if it is published", async () => {
    const control = "<app:control><app:draft>no</app:draft></app:control>";
    await importOf(feed([entry("1", control)], "xmlns:app='http://www.w3.org/2007/app'"));
    expect(Object.values(await compiled()).map(({ status }) => status)).toEqual(["published"]);
  });
});

describe("a backup of Blogger", () => {
  it("until 2023 has kinds as categories", async () => {
    const kind = (name: string) =>
      `<category scheme='http://schemas.google.com/g/2005#kind' term='${KIND}${name}'/><category scheme='http://www.blogger.com/atom/ns#' term='tides'/>`;
    const kinds = ["post", "page", "comment", "template", "settings"];
    const summary = await importOf(feed(kinds.map((name) => entry(name, kind(name)))));
    expect(Object.values(await compiled()).map(({ title, tags }) => [title, tags])).toEqual([
      ["Title post", ["tides"]],
    ]);
    for (const left of ["comment", "template", "setting"]) expect(summary).toContain(`left out: 1 ${left}`);
    expect(summary).toContain("1 article written, 1 page written");
  });

  it("in Takeout has elements of its own, and paths instead of links", async () => {
    const state = (type: string, status: string, more = "") =>
      `<blogger:type>${type}</blogger:type><blogger:status>${status}</blogger:status><author><name>Ada</name><blogger:type>BLOGGER</blogger:type></author>${more}`;
    const file = (path: string) => `<blogger:filename>${path}</blogger:filename><link/><enclosure/><blogger:trashed/>`;
    const summary = await importOf(
      feed(
        [
          entry(
            "1",
            state("POST", "LIVE", file("/2019/03/high-tide.html")) +
              "<blogger:metaDescription>When the water came.</blogger:metaDescription>",
          ),
          entry("2", state("POST", "DRAFT", file(""))),
          entry("3", state("POST", "SOFT_TRASHED", file("/2019/03/gone.html"))),
          entry("4", state("PAGE", "LIVE", file("/p/about.html"))),
          entry("5", state("COMMENT", "LIVE", "<blogger:parent>tag:blogger.com,1999:blog-7.post-1</blogger:parent>")),
        ],
        "xmlns:blogger='http://schemas.google.com/blogger/2018'",
      ).replace(/<link rel[^>]*>/, ""),
    );
    const articles = await compiled();
    expect(articles["high-tide"]).toMatchObject({
      id: "tag:blogger.com,1999:blog-7.post-1",
      status: "published",
      formerPaths: ["/2019/03/high-tide.html"],
      byline: [{ name: "Ada" }],
      summary: "When the water came.",
    });
    expect(articles["title-2"]?.status).toBe("draft");
    expect(names()).toHaveLength(2);
    for (const left of ["1 comment", "1 post that is trash"]) expect(summary).toContain(`left out: ${left}`);
    expect(summary).toContain("2 articles written (1 as drafts), 1 page written");
  });
});

describe("entries that are not articles", () => {
  it("answer others, in Atom and in RSS", async () => {
    const reply = "<thr:in-reply-to ref='tag:old.example.org,2019:1' href='https://old.example.org/1'/>";
    const thread = "xmlns:thr='http://purl.org/syndication/thread/1.0'";
    expect(await importOf(feed([entry("1", ""), entry("2", reply)], thread))).toContain("left out: 1 comment");
    expect(
      await importOf(
        `<rss version="2.0" ${thread}><channel><link>https://old.example.org/</link><item><title>Re</title>${reply}<description>x</description></item></channel></rss>`,
      ),
    ).toContain("left out: 1 comment");
    expect(names()).toHaveLength(1);
  });

  const form =
    '<form action="https://old.example.org/wp-login.php?action=postpass" class="post-password-form" method="post"><p>Dieser Inhalt ist passwortgeschützt.</p><p><label for="pwbox-7">Passwort: <input name="post_password" id="pwbox-7" type="password" size="20" /></label></p></form>';

  it("are under a password, in whatever language and format", async () => {
    const item = `<item><title>Geschützt: Die Gezeiten</title><link>https://old.example.org/a</link><description>x</description><content:encoded><![CDATA[${form}]]></content:encoded></item>`;
    const said = "left out: 1 post under a password";
    expect(
      await importOf(
        `<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><link>https://old.example.org/</link>${item}</channel></rss>`,
      ),
    ).toContain(said);
    const content = `<content type="html"><![CDATA[${form}]]></content>`;
    expect(await importOf(feed([entry("1", "").replace(/<content.*<\/content>/, content)]))).toContain(said);
    put(
      "feed.json",
      JSON.stringify({
        version: "https://jsonfeed.org/version/1.1",
        items: [{ id: "1", title: "T", content_html: form }],
      }),
    );
    expect((await run("feed.json")).summary.join("\n")).toContain(said);
    expect(names()).toEqual([]);
  });

  it("are under a password in a feed of summaries, in English", async () => {
    const item = (text: string) =>
      `<item><title>Protected: Tides</title><link>https://old.example.org/a</link><pubDate>Wed, 01 May 2019 09:30:00 GMT</pubDate><description><![CDATA[${text}]]></description></item>`;
    const rss = (text: string) =>
      `<rss version="0.92"><channel><link>https://old.example.org/</link>${item(text)}</channel></rss>`;
    const sentence = "There is no excerpt because this is a protected post.";
    expect(await importOf(rss(sentence))).toContain("left out: 1 post under a password");
    expect(await importOf(rss(`<p>It said: ${sentence}</p>`))).toContain("1 article written");
  });

  it("is not an article about such a form", async () => {
    const text = "&lt;p&gt;Its class is &lt;code&gt;post-password-form&lt;/code&gt;.&lt;/p&gt;";
    await importOf(feed([entry("1", "").replace("&lt;p&gt;Text.&lt;/p&gt;", text)]));
    expect(names()).toHaveLength(1);
  });
});
