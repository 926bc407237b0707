import { expect, test } from "vitest";
import { ORIGIN } from "../../fixtures/full-article.ts";
import { parseStrictXml, type StrictElement } from "../../strict-xml.ts";
import { serve } from "../serve.ts";

const { get } = serve();
const HUB = `${ORIGIN}/hub`;

/** The targets of a relation in `Link` headers. */
function linked(header: string | null, rel: string): string[] {
  return (header ?? "").split(", ").flatMap((link) => {
    const [, target, relation] = /^<([^>]+)>; rel="(\w+)"/.exec(link) ?? [];
    return target !== undefined && relation === rel ? [target] : [];
  });
}

function elementsOf(element: StrictElement): StrictElement[] {
  return [element, ...element.children.flatMap(elementsOf)];
}

/** The targets of a relation in a document. */
function linkedIn(body: string, path: string, rel: string): unknown[] {
  if (path.endsWith(".json")) {
    const { hubs = [], feed_url } = JSON.parse(body);
    return rel === "self" ? [feed_url] : hubs.map(({ url }: { url: string }) => url);
  }
  if (path.endsWith("/"))
    return [...body.matchAll(/<link ([^>]+)>/g)]
      .filter(([, attributes = ""]) => attributes.includes(`rel="${rel}"`))
      .map(([, attributes = ""]) => /href="([^"]+)"/.exec(attributes)?.[1]);
  return elementsOf(parseStrictXml(body))
    .filter(({ name, attributes }) => /^(?:atom:)?link$/.test(name) && attributes.rel === rel)
    .map(({ attributes }) => attributes.href);
}

const PATHS = ["", "/tags/ferries", "/sections/harbour"].flatMap((scope) =>
  ["/", "/rss.xml", "/atom.xml", "/feed.json"].map((form) => scope + form),
);

test.each(PATHS)("%s names its hub and itself, once, in header and document alike", async (path) => {
  const response = await get(path);
  if (response.status === 404) throw new Error(`no ${path}`);
  const body = await response.text();
  for (const [rel, target] of [
    ["hub", HUB],
    ["self", ORIGIN + path],
  ] as const) {
    expect(linked(response.headers.get("link"), rel), rel).toEqual([target]);
    expect(linkedIn(body, path, rel), rel).toEqual([target]);
  }
  const headed = await get(path, {}, "HEAD");
  expect(headed.headers.get("link")).toBe(response.headers.get("link"));
});

test.each(["/rss.xml?tag=ferries", "/rss.xml?limit=1", "/?q=harbour", "/feed.json?content=summary"])(
  "%s is no topic and names no hub",
  async (path) => {
    const response = await get(path);
    expect(response.status).toBe(200);
    expect(linked(response.headers.get("link"), "hub")).toEqual([]);
    expect(await response.text()).not.toContain(HUB);
  },
);

test("what the negotiated address answers is the topic of the form it chose", async () => {
  const response = await get("/feed", { accept: "application/atom+xml" });
  expect(linked(response.headers.get("link"), "self")).toEqual([`${ORIGIN}/atom.xml`]);
});

test("RSS has a cloud for readers that know no WebSub, and no other form has", async () => {
  const cloud = async (path: string) =>
    elementsOf(parseStrictXml(await (await get(path)).text())).filter(({ name }) => name === "cloud");
  const [found, ...others] = await cloud("/rss.xml");
  expect([found?.attributes, others]).toEqual([
    {
      domain: new URL(ORIGIN).hostname,
      port: "443",
      path: "/cloud/please-notify",
      registerProcedure: "",
      protocol: "http-post",
    },
    [],
  ]);
  expect([await cloud("/rss.xml?limit=1"), await cloud("/atom.xml")]).toEqual([[], []]);
});
