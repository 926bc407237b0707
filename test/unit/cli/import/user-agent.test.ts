import { createServer } from "node:http";
import { expect, it } from "vitest";
import { emptyRepository } from "./import-in.ts";

const repository = emptyRepository();

it.each([
  ["https://harbour.news/", "Dateline/0.1 (+https://harbour.news/)"],
  ["https://news.example.org", "Dateline/0.1"],
])("an import from a publication at %s tells documents and media servers so", async (address, expected) => {
  const agents: string[] = [];
  const server = createServer((request, response) => {
    agents.push(request.headers["user-agent"] ?? "");
    const origin = `http://${request.headers.host}`;
    if (request.url === "/a.png") return response.writeHead(404).end();
    const item = `<item><guid>1</guid><title>One</title><pubDate>Wed, 02 Oct 2019 15:00:00 GMT</pubDate><description>&lt;p&gt;A &lt;img src="${origin}/a.png" alt=""&gt;&lt;/p&gt;</description></item>`;
    return response
      .writeHead(200, { "content-type": "application/rss+xml" })
      .end(
        `<rss version="2.0"><channel><title>T</title><link>${origin}/</link><description>D</description>${item}</channel></rss>`,
      );
  });
  await new Promise<void>((done) => {
    server.listen(0, "127.0.0.1", done);
  });
  const bound = server.address();
  const port = typeof bound === "object" && bound ? bound.port : 0;
  repository.put(
    "content/publication.yaml",
    `title: H\naddress: ${address}\ndescription: N.\nlanguage: en\nidentity: { authority: example.org, date: "2026-01-01" }\n`,
  );
  await repository.run(`http://127.0.0.1:${port}/feed.xml`, "--media", "--allow-private");
  server.close();
  expect(new Set(agents)).toEqual(new Set([expected]));
  expect(agents.length).toBeGreaterThan(1);
});
