import { existsSync, readdirSync } from "node:fs";
import { createServer, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { emptyRepository } from "./import-in.ts";

const { run, compiled, names, read, root } = emptyRepository();

/** A GIF of one pixel. */
const GIF = Buffer.from("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7", "base64");

let server: Server;
let origin = "";

const item = (name: string, more = "") =>
  `<item><title>${name}</title><link>/${name}</link><guid isPermaLink="false">tag:old.example.org,2019:${name}</guid><pubDate>Wed, 01 May 2019 09:30:00 GMT</pubDate><description>It is ${name}.</description>${more}</item>`;
const older = (path: string) => `<atom:link rel="prev-archive" href="${path}"/>`;
const rss = (...inner: readonly string[]) =>
  `<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel><link>${origin}/</link>${inner.join("")}</channel></rss>`;

const ANSWERS: Readonly<Record<string, (response: ServerResponse) => void>> = {
  "/": (response) => response.end('<!doctype html><link rel="alternate" type="application/rss+xml" href="feed.xml">'),
  "/moved": (response) => response.writeHead(301, { location: "/feed.xml" }).end(),
  "/feed.xml": (response) => response.end(rss(item("c"), item("b"), older("/archive-2"))),
  "/archive-2": (response) => response.end(rss(item("b"), item("a"), older("/archive-1"), older("http://10.0.0.1/x"))),
  "/archive-1": (response) => response.end(rss(item("z"), older("/feed.xml"), older("/archive-2"))),
  "/latin": (response) =>
    response
      .writeHead(200, { "content-type": "application/xml; charset=iso-8859-1" })
      .end(Buffer.from(rss(item("Käse")), "latin1")),
  "/slow": (response) => response.write("<rss>"),
  "/large": (response) => response.end(rss(item("a".repeat(5_000)))),
  "/pictures": (response) =>
    response.end(
      rss(
        item("p", `<enclosure url="${origin}/lead.gif" type="image/gif" length="1"/>`).replace(
          "It is p.",
          `<![CDATA[<p>It is p.</p><p><img src="/in.gif" srcset="/in.gif 1x" alt="In"><img src="/none.gif"></p>]]>`,
        ),
      ),
    ),
  "/lead.gif": (response) => response.end(GIF),
  "/in.gif": (response) => response.end(GIF),
  "/json": (response) =>
    response.end(
      JSON.stringify({
        version: "https://jsonfeed.org/version/1.1",
        home_page_url: origin,
        next_url: "/json",
        items: [{ id: "1", title: "J", url: "/j", content_text: "j", date_published: "2019-05-01T09:30:00Z" }],
      }),
    ),
};

beforeAll(async () => {
  server = createServer((request, response) => {
    const answer = ANSWERS[request.url ?? ""];
    if (answer) answer(response);
    else response.writeHead(404).end();
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

describe("the import of an address", () => {
  it.each(["/feed.xml", "/moved", "/"])("%s imports the feed and its archives, each once", async (path) => {
    const { total, summary } = await run(origin + path);
    // The archive links back to the feed under another address, so its entries are read twice.
    expect(total).toMatch(/^4 articles written, 0 unchanged, [1-9] repeated$/);
    expect(names()).toEqual(["a.html", "b.html", "c.html", "z.html"]);
    expect(summary).toContain("not followed, since it is on another host: http://10.0.0.1/x");
    expect((await compiled()).a?.formerPaths).toEqual(["/a"]);
  });

  it("imports only the document itself with --no-archives", async () => {
    expect((await run(`${origin}/feed.xml`, "--no-archives")).total).toBe("2 articles written, 0 unchanged");
  });

  it("stops at a document that names itself as its next page", async () => {
    expect((await run(`${origin}/json`)).total).toBe("1 article written, 0 unchanged");
  });

  it("decodes the document in the charset of its Content-Type", async () => {
    await run(`${origin}/latin`);
    expect(names()).toEqual(["käse.html"]);
  });

  it.each([
    ["/nowhere", [], "answered 404; expected 200"],
    ["/slow", ["--timeout", "1"], "no byte for 1 s"],
    ["/large", ["--max-bytes", "1000"], "more than 1000 bytes; --max-bytes sets the limit"],
  ])("%s %j reports its problem", async (path, args, message) => {
    expect((await run(origin + path, ...args)).problems).toEqual([`${origin}${path}: ${message}`]);
  });

  it("reads an address of this machine without a scheme as http", async () => {
    const { total } = await run(`${origin.replace("http://", "")}/feed.xml`, "--no-archives");
    expect(total).toBe("2 articles written, 0 unchanged");
  });

  it("reports why the connection failed", async () => {
    expect((await run("http://127.0.0.1:1/")).problems).toEqual([
      expect.stringMatching(/^http:\/\/127\.0\.0\.1:1\/: could not be fetched: no connection to .+$/),
    ]);
  });
});

describe("pictures", () => {
  const media = () => join(root(), "content/media/imported");

  it("are not downloaded by default", async () => {
    await run(`${origin}/pictures`);
    expect(read("p.html")).toContain(`image:\n  src: ${origin}/lead.gif\n  mediaType: image/gif\n`);
    expect(existsSync(media())).toBe(false);
  });

  it("are downloaded into content/media with --media, and those that cannot be fetched stay as links", async () => {
    const { summary } = await run(`${origin}/pictures`, "--media", "--allow-private");
    const { p } = await compiled();
    expect(p?.image?.file).toMatchObject({ mediaType: "image/gif", width: 1, height: 1 });
    expect(p?.body).toMatch(
      new RegExp(
        `^<p>It is p.</p><p><img src="https://own-address[^"]+\\.gif" alt="In" width="1" height="1"><img src="${origin}/none.gif" alt=""></p>$`,
      ),
    );
    expect(readdirSync(media())).toHaveLength(2);
    expect(summary[0]).toBe(
      `lost: a file was not copied and stays at its address (p.html; the first is "${origin}/none.gif: answered 404")`,
    );
    expect((await run(`${origin}/pictures`, "--media", "--allow-private")).total).toBe(
      "0 articles written, 1 unchanged",
    );
  });

  it("are not fetched from a private network that was not typed", async () => {
    const { summary } = await run(`${origin.replace("127.0.0.1", "localhost")}/pictures`, "--media");
    expect(summary.join()).toContain("leads to 127.0.0.1, which is not on the public internet");
    expect(read("p.html")).toContain(`${origin}/lead.gif`);
  });

  it("are fetched from the private origin that was typed", async () => {
    await run(`${origin}/pictures`, "--media");
    expect(read("p.html")).not.toContain(`${origin}/lead.gif`);
  });
});
