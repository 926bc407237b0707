import { expect, it } from "vitest";
import { look } from "./look.ts";
import { fields } from "./misbehaviour.ts";

/** The home page with other links than its own, in the page and in the header. */
const pageWith = (links: string) => ({
  ...fields({ link: "" }, "/"),
  document: (text: string, { path }: { readonly path: string }) =>
    path === "/"
      ? `<!doctype html><html lang="en"><head><title>x</title>${links}</head><body><p>x</p></body></html>`
      : text,
});

async function present(links: string) {
  const { findings, subjects } = await look({ at: "/", quirks: pageWith(links) });
  const detail = findings.filter(({ id }) => id === "discovery.present").map(({ what }) => what);
  const port = /:(\d+)/;
  return {
    detail: detail.map((each) => each.replace(port, "")),
    subjects: subjects.map(({ where }) => new URL(where).pathname),
  };
}

it("a page that links to no feed is followed to a feed at a usual address, which the finding names", async () => {
  expect(await present("")).toEqual({
    detail: ["the page links to no feed, although there is one: http://127.0.0.1/rss.xml"],
    subjects: ["/", "/rss.xml"],
  });
});

it("WordPress's interface, oEmbed and the feed of comments are no feeds of a page", async () => {
  const links =
    '<link rel="alternate" type="application/json" title="JSON" href="/wp-json/wp/v2/pages/2"><link rel="alternate" type="application/json+oembed" href="/oembed?url=x"><link rel="alternate" type="application/rss+xml" title="x » Comments Feed" href="/comments/feed/">';
  expect((await present(links)).detail).toHaveLength(1);
  const main = '<link rel="alternate" type="application/rss+xml" title="x » Feed" href="/rss.xml">';
  expect(await present(links + main)).toEqual({ detail: [], subjects: ["/", "/rss.xml"] });
});
