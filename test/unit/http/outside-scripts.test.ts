import { describe, expect, test } from "vitest";
import { formatFault } from "../../../src/compile/content-fault.ts";
import { parseFields } from "../../../src/compile/front-matter/parse-fields.ts";
import { PUBLICATION_FIELDS, publicationFieldsSchema } from "../../../src/compile/front-matter/publication-fields.ts";
import { readYaml } from "../../../src/compile/front-matter/read-yaml.ts";
import { BARE_PAGE_SECURITY, pageSecurity } from "../../../src/http/security-headers.ts";
import type { Publication } from "../../../src/model/publication.ts";
import { contentHtml } from "../../../src/render/content-html.ts";
import { renderArticlePage } from "../../../src/render/html/pages/article-page.tsx";
import { renderListPage } from "../../../src/render/html/pages/list-page.tsx";
import { renderRss } from "../../../src/render/rss.ts";
import { feedOf, plainArticle, publication } from "../../fixtures/full-article.ts";
import { articleText, compileOne } from "../compile/compile.ts";

const policyOf = (settings: Partial<Publication>, more = { players: [] as string[], hasComments: false }) =>
  new Map(
    (pageSecurity({ ...publication, ...settings }, more)[0]?.[1] ?? "").split("; ").map((each) => {
      const [name = "", ...values] = each.split(" ");
      return [name, values.join(" ")];
    }),
  );

function settings(yaml: string): Partial<Publication> {
  const { fields, faults } = parsed(yaml);
  expect(faults).toEqual([]);
  return { analytics: fields?.analytics, comments: fields?.comments, players: fields?.players } as Partial<Publication>;
}

function parsed(yaml: string) {
  const base =
    "title: A\naddress: https://a.example\ndescription: A\nlanguage: en\nidentity: { authority: a.example, date: 2026-01-01 }\n";
  const read = readYaml("content/publication.yaml", base + yaml);
  if (!read.ok) throw new Error(read.error.map(formatFault).join());
  const outcome = parseFields(publicationFieldsSchema, read.value, PUBLICATION_FIELDS);
  return { fields: outcome.fields, faults: outcome.faults.map(formatFault) };
}

const TOKEN = "0a1b2c3d4e5f60718293a4b5c6d7e8f9";
const UMAMI = "9f8e7d6c-0b1a-4c2d-8e3f-4a5b6c7d8e9f";

describe("analytics", () => {
  test.each([
    [
      `{ service: cloudflare, site: ${TOKEN} }`,
      "https://static.cloudflareinsights.com",
      "https://cloudflareinsights.com",
      TOKEN,
    ],
    [
      "{ service: plausible, site: a.example }",
      "https://plausible.io",
      "https://plausible.io",
      'data-domain="a.example"',
    ],
    [
      "{ service: plausible, site: a.example, address: 'https://stats.a.example/js/script.js' }",
      "https://stats.a.example",
      "https://stats.a.example",
      'src="https://stats.a.example/js/script.js"',
    ],
    [`{ service: umami, site: ${UMAMI} }`, "https://cloud.umami.is", "https://api-gateway.umami.dev", UMAMI],
    [
      `{ service: umami, site: ${UMAMI}, address: 'https://u.a.example/script.js' }`,
      "https://u.a.example",
      "https://u.a.example",
      UMAMI,
    ],
    [
      "{ service: goatcounter, site: harbour }",
      "https://gc.zgo.at",
      "https://harbour.goatcounter.com",
      'data-goatcounter="https://harbour.goatcounter.com/count"',
    ],
    [
      "{ service: matomo, site: 3, address: 'https://m.a.example/piwik/' }",
      "'self' https://m.a.example",
      "https://m.a.example",
      'data-matomo="https://m.a.example/piwik/" data-site="3"',
    ],
    [
      "https://count.a.example/c.js",
      "https://count.a.example",
      "https://count.a.example",
      'src="https://count.a.example/c.js"',
    ],
  ])("%s adds its tag to pages, and its hosts alone to the policy", (yaml, script, connect, tag) => {
    const own = settings(`analytics: ${yaml}\n`);
    const policy = policyOf(own);
    expect(policy.get("script-src")).toBe(script);
    expect(policy.get("connect-src")).toBe(connect);
    expect(policy.get("frame-src")).toBeUndefined();
    const feed = feedOf([plainArticle], { publication: { ...publication, ...own } });
    for (const page of [renderArticlePage(plainArticle, feed), renderListPage(feed)]) expect(page).toContain(tag);
    expect(renderRss(feed)).toBe(renderRss(feedOf([plainArticle])));
  });

  test.each([
    ["{ service: google, site: UA-1 }", "analytics"],
    ["{ service: plausible }", "analytics.site"],
    ["{ service: plausible, site: 'a b' }", "expected the domain of the site"],
    [`{ service: cloudflare, site: short }`, "expected the token of the site"],
    [`{ service: cloudflare, site: ${TOKEN}, address: 'https://a.example/x.js' }`, "expected no address"],
    ["{ service: umami, site: 12 }", "expected the id of the website"],
    ["{ service: matomo, site: 3 }", "expected the address of your Matomo"],
    ["{ service: matomo, site: one, address: 'https://m.example/' }", "expected the number of the site"],
    ["http://count.a.example/c.js", "https://"],
    ["stats", "analytics"],
  ])("%s is a fault", (yaml, told) => {
    const { faults } = parsed(`analytics: ${yaml}\n`);
    expect(faults.join("\n")).toContain(told);
    expect(faults.join("\n")).not.toContain("expected another value");
  });
});

const GISCUS =
  "{ service: giscus, repo: harbour/talk, repoId: R_kgDO1, category: Announcements, categoryId: DIC_kwDO1 }";

describe("comments", () => {
  const own = settings(`comments: ${GISCUS}\n`);
  const feed = feedOf([plainArticle], { publication: { ...publication, ...own } });

  test("are on the pages of articles only, with their host alone in the policy", () => {
    expect(renderArticlePage(plainArticle, feed)).toContain('data-repo="harbour/talk"');
    expect(renderListPage(feed)).not.toContain("giscus");
    expect(renderRss(feed)).not.toContain("giscus");
    const policy = policyOf(own, { players: [], hasComments: true });
    for (const name of ["script-src", "frame-src"]) expect(policy.get(name)).toBe("https://giscus.app");
    expect(policy.get("style-src")).toBe("'self' https://giscus.app");
    expect(pageSecurity({ ...publication, ...own })).toBe(BARE_PAGE_SECURITY);
  });

  test("are not below what is a draft or was withdrawn", () => {
    expect(renderArticlePage({ ...plainArticle, status: "draft" }, feed)).not.toContain("giscus");
  });

  test.each(["{ service: disqus }", GISCUS.replace("harbour/talk", "harbour"), GISCUS.replace("R_kgDO1", "'a b'")])(
    "%s is a fault",
    (yaml) =>
      expect(parsed(`comments: ${yaml}\n`).faults.join("\n")).toMatch(
        /comments\.\w+: .*expected (?:giscus|owner|the id)/,
      ),
  );
});

describe("a player", () => {
  const html =
    '<iframe width="560" height="315" src="https://www.youtube.com/embed/abcDEF_1-23" title="The ferry leaves" allowfullscreen></iframe>';
  const article = compileOne(articleText("", `It sails.\n\n${html}\n`));
  const feed = feedOf([article], { publication });

  test("is a link in a text and in feeds, and compiles to itself", () => {
    const link = '<p class="player"><a href="https://www.youtube.com/watch?v=abcDEF_1-23">The ferry leaves</a></p>';
    expect(article.body).toContain(link);
    expect(contentHtml(article)).toContain(link);
    expect(renderRss(feed)).not.toMatch(/iframe|nocookie/);
    expect(compileOne(articleText("", article.body)).body).toBe(article.body);
  });

  test("is on the page of the article, which loads it on a click, and may load no other", () => {
    const page = renderArticlePage(article, feed);
    expect(page).toContain(
      'data-frame="https://www.youtube-nocookie.com/embed/abcDEF_1-23?autoplay=1" data-name="YouTube"',
    );
    expect(page).toMatch(/<script defer="" src="\/assets\/[0-9a-f]{16}\.js"><\/script>/);
    expect(page).not.toContain("<iframe");
    const policy = policyOf({}, { players: ["https://www.youtube-nocookie.com"], hasComments: false });
    expect(policy.get("frame-src")).toBe("https://www.youtube-nocookie.com");
    expect(policy.get("script-src")).toBe("'self'");
  });

  test("of a host of PeerTube needs the host in the settings, and is a plain link without", () => {
    const film = '<iframe src="https://tube.example/videos/embed/9c9de5e80a1e484ab099" title="Tide"></iframe>';
    const other = compileOne(articleText("", film));
    const named = settings("players: { peertube: [tube.example] }\n");
    expect(renderArticlePage(other, feedOf([other]))).not.toContain("data-frame");
    expect(renderArticlePage(other, feedOf([other], { publication: { ...publication, ...named } }))).toContain(
      'data-frame="https://tube.example/videos/embed/9c9de5e80a1e484ab099?autoplay=1"',
    );
    expect(parsed("players: { peertube: ['https://tube.example'] }\n").faults.join()).toContain("the name of a host");
  });

  test("of another host is a link without a player, as ever", () => {
    const map = compileOne(articleText("", '<iframe src="https://maps.example/embed/1" title="Map"></iframe>'));
    expect(map.body).toBe('<p><a href="https://maps.example/embed/1">Map</a></p>');
  });
});

test("without settings, pages run no script and have no frame", () => {
  expect(pageSecurity(publication)).toBe(BARE_PAGE_SECURITY);
  expect(policyOf({}).get("script-src")).toBeUndefined();
  expect(renderListPage(feedOf([plainArticle]))).not.toMatch(/<script(?! type="application\/ld\+json")/);
});
