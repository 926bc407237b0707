import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readContent } from "../../../../src/cli/build/content-sources.ts";
import { compileContent } from "../../../../src/compile/compile-content.ts";
import { formatFault } from "../../../../src/compile/content-fault.ts";
import { emptyRepository } from "./import-in.ts";

const repository = emptyRepository();
const folder = () => join(repository.root(), "content/pages");
const names = () => (existsSync(folder()) ? readdirSync(folder()).sort() : []);

/** The pages as the build compiles them, by slug. */
async function pages() {
  const options = { mode: "development", randomBytes: (count: number) => new Uint8Array(count) } as const;
  const content = compileContent(await readContent(repository.root()), options);
  if (!content.ok) throw new Error(content.error.faults.map(formatFault).join("\n"));
  return Object.fromEntries(content.value.pages.map((page) => [page.slug, page]));
}

type Item = {
  readonly id: number;
  readonly type?: string;
  readonly title: string;
  readonly link: string;
  readonly name: string;
  readonly status?: string;
  readonly text?: string;
  readonly more?: string;
};

/** An item as the exporter of WordPress 6 writes it. */
const item = ({
  id,
  type = "page",
  title,
  link,
  name,
  status = "publish",
  text = "<!-- wp:paragraph -->\n<p>Text.</p>\n<!-- /wp:paragraph -->",
  more = "",
}: Item) => `<item>
<title><![CDATA[${title}]]></title><link>${link}</link><pubDate>Mon, 02 Mar 2020 10:00:00 +0000</pubDate>
<dc:creator><![CDATA[desk]]></dc:creator><guid isPermaLink="false">https://old.example/?page_id=${id}</guid><description></description>
<content:encoded><![CDATA[${text}]]></content:encoded><excerpt:encoded><![CDATA[]]></excerpt:encoded>
<wp:post_id>${id}</wp:post_id><wp:post_date><![CDATA[2020-03-02 10:00:00]]></wp:post_date>
<wp:post_date_gmt><![CDATA[2020-03-02 10:00:00]]></wp:post_date_gmt><wp:post_modified><![CDATA[2020-03-02 10:00:00]]></wp:post_modified>
<wp:post_modified_gmt><![CDATA[2020-03-02 10:00:00]]></wp:post_modified_gmt><wp:comment_status><![CDATA[closed]]></wp:comment_status>
<wp:ping_status><![CDATA[closed]]></wp:ping_status><wp:post_name><![CDATA[${name}]]></wp:post_name><wp:status><![CDATA[${status}]]></wp:status>
<wp:post_parent>0</wp:post_parent><wp:menu_order>0</wp:menu_order><wp:post_type><![CDATA[${type}]]></wp:post_type>
<wp:post_password><![CDATA[]]></wp:post_password><wp:is_sticky>0</wp:is_sticky>${more}
</item>`;

const wxr = (...items: readonly string[]) => `<?xml version="1.0" encoding="UTF-8" ?>
<rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/">
<channel><title>Old Harbour</title><link>https://old.example</link><description></description><language>en-GB</language>
<wp:wxr_version>1.2</wp:wxr_version><wp:base_site_url>https://old.example</wp:base_site_url><wp:base_blog_url>https://old.example</wp:base_blog_url>
${items.join("\n")}
</channel></rss>`;

describe("pages of a WordPress export", () => {
  const OLD_SLUG = `<wp:postmeta><wp:meta_key><![CDATA[_wp_old_slug]]></wp:meta_key><wp:meta_value><![CDATA[about-us]]></wp:meta_value></wp:postmeta>`;
  const EXPORT = wxr(
    item({ id: 1, type: "post", title: "A post", link: "https://old.example/2020/03/a-post/", name: "a-post" }),
    item({
      id: 2,
      title: "About &amp; us",
      link: "https://old.example/about/",
      name: "about",
      more: OLD_SLUG,
      text: 'See [caption id="x" width="5"]<img src="https://old.example/a.png" alt="A" /> The quay[/caption]',
    }),
    item({ id: 3, title: "Team", link: "https://old.example/about/team/", name: "team" }),
    item({ id: 4, title: "Draft", link: "https://old.example/?page_id=4", name: "", status: "draft" }),
    item({ id: 5, title: "Private", link: "https://old.example/private/", name: "private", status: "private" }),
    item({ id: 6, title: "Tags", link: "https://old.example/tags/", name: "tags" }),
    item({ id: 7, title: "Team of the other", link: "https://old.example/other/team/", name: "team" }),
  );

  it("become pages, with redirects from where they were", async () => {
    repository.put("export.xml", EXPORT);
    const { summary, total, isWhole } = await repository.run("export.xml");
    expect(isWhole).toBe(true);
    expect(total).toBe("1 article written, 5 pages written, 0 unchanged");
    expect(summary.filter((line) => /left out|private/i.test(line))).toEqual([
      "left out: 1 page that is private",
      "  Private (https://old.example/private/)",
    ]);
    const all = await pages();
    expect(Object.keys(all).sort()).toEqual(["about", "draft", "tags-2", "team", "team-2"]);
    expect(all.about).toMatchObject({
      title: "About & us",
      language: "en-GB",
      navigation: "none",
      status: "published",
      formerPaths: ["/?page_id=2", "/about-us/"],
    });
    expect(all.about?.body).toContain("<figcaption>The quay</figcaption>");
    expect(all.team?.formerPaths).toEqual(["/about/team/", "/?page_id=3"]);
    expect(all["team-2"]?.formerPaths).toEqual(["/other/team/", "/?page_id=7"]);
    expect(all.draft?.status).toBe("draft");
    expect(JSON.stringify(all)).not.toContain("2020-03");
  });

  it("are found again by a second import, which changes nothing", async () => {
    repository.put("export.xml", EXPORT);
    await repository.run("export.xml");
    const before = names();
    expect((await repository.run("export.xml")).total).toBe("0 articles written, 6 unchanged");
    expect(names()).toEqual(before);
  });

  it("stay as a person changed them", async () => {
    repository.put("export.xml", EXPORT);
    await repository.run("export.xml");
    const file = join(folder(), "about.html");
    writeFileSync(file, `${readFileSync(file, "utf8")}<p>Mine.</p>`);
    const again = await repository.run("export.xml");
    expect(again.problems).toEqual(["content/pages/about.html: differs from the imported page; not changed"]);
    expect(readFileSync(file, "utf8")).toContain("Mine.");
    await repository.run("export.xml", "--force");
    expect(readFileSync(file, "utf8")).not.toContain("Mine.");
  });

  it("are not written by a dry run", async () => {
    repository.put("export.xml", EXPORT);
    expect((await repository.run("export.xml", "--dry-run")).total).toBe(
      "1 article would be written, 5 pages would be written, 0 unchanged",
    );
    expect(names()).toEqual([]);
  });
});

it("pages of a Ghost export become pages, those for members do not", async () => {
  const post = (slug: string, more: object) => ({
    id: slug,
    uuid: `uuid-${slug}`,
    title: `The ${slug}`,
    slug,
    html: `<p>Text of ${slug}. <a href="__GHOST_URL__/one/">One</a></p>`,
    status: "published",
    visibility: "public",
    created_at: "2024-01-01T00:00:00.000Z",
    published_at: "2024-01-01T00:00:00.000Z",
    updated_at: "2024-01-01T00:00:00.000Z",
    ...more,
  });
  const data = {
    posts: [
      post("one", { type: "post" }),
      post("about", { type: "page", custom_excerpt: "Who we are", feature_image: "https://old.example/a.png" }),
      post("plans", { type: "page", status: "draft" }),
      post("club", { type: "page", visibility: "members" }),
      post("older", { page: 1 }),
    ],
    settings: [],
  };
  repository.put("ghost.json", JSON.stringify({ db: [{ meta: { version: "5.130.0" }, data }] }));
  const { summary, total } = await repository.run("ghost.json", "--site", "https://old.example");
  expect(total).toBe("1 article written, 3 pages written, 0 unchanged");
  expect(summary).toContain("left out: 1 page for members");
  const all = await pages();
  expect(Object.keys(all).sort()).toEqual(["about", "older", "plans"]);
  expect(all.about).toMatchObject({ description: "Who we are", status: "published" });
  expect(all.about?.body).toContain("https://old.example/a.png");
  expect(all.plans?.status).toBe("draft");
});

describe("pages of a backup of Blogger", () => {
  it("become pages, also of Takeout", async () => {
    const entry = (type: string, filename: string, title: string, status = "LIVE") =>
      `<entry><id>tag:blogger.com,1999:blog-1.${type}-${title}</id><blogger:type>${type}</blogger:type><blogger:status>${status}</blogger:status>
      <author><name>Desk</name></author><title>${title}</title><content type="html">&lt;p&gt;Text.&lt;/p&gt;</content>
      <blogger:created>2020-01-01T00:00:00Z</blogger:created><published>2020-01-01T00:00:00Z</published><updated>2020-01-01T00:00:00Z</updated>
      <blogger:filename>${filename}</blogger:filename></entry>`;
    repository.put(
      "feed.atom",
      `<?xml version='1.0' encoding='utf-8'?><feed xmlns='http://www.w3.org/2005/Atom' xmlns:blogger='http://schemas.google.com/blogger/2018'>
      <id>tag:blogger.com,1999:blog-1</id><title>Old</title>
      ${entry("POST", "/2020/01/post.html", "Post")}${entry("PAGE", "/p/about-us.html", "About us")}${entry("PAGE", "/p/plans.html", "Plans", "DRAFT")}</feed>`,
    );
    const { total } = await repository.run("feed.atom", "--site", "https://old.example");
    expect(total).toBe("1 article written, 2 pages written, 0 unchanged");
    const all = await pages();
    expect(all["about-us"]).toMatchObject({ title: "About us", formerPaths: ["/p/about-us.html"] });
    expect(all.plans?.status).toBe("draft");
  });
});
