import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openDesk } from "../../../../src/cli/desk-client/desk-client.ts";
import { summarise } from "../../../../src/cli/publish/push-report.ts";
import { readFolder } from "../../../../src/cli/publish/read-folder.ts";
import { runPush } from "../../../../src/cli/publish/run-push.ts";
import { picture, projectWith, writeIn, written } from "./content-folder.ts";
import { type FakeDesk, startFakeDesk, TOKEN } from "./fake-desk.ts";

let server: FakeDesk;

beforeEach(async () => {
  server = await startFakeDesk({ pageSize: 2 });
});
afterEach(() => server.stop());

type Options = Partial<{
  isDryRun: boolean;
  retractMissing: string;
  restores: boolean;
  isMinor: boolean;
  stop: AbortSignal;
  token: string;
}>;

async function publish(root: string, options: Options = {}, shownAs = "content") {
  const { origin } = server;
  const folder = await readFolder({ root, folder: join(root, shownAs), shownAs, origin, randomBytes });
  if (!folder.ok) throw new Error(folder.error.join("\n"));
  const lines: string[] = [];
  const { stop = new AbortController().signal, token = TOKEN, ...given } = options;
  const report = await runPush(openDesk({ origin, token, stop, patience: 0 }), {
    ...folder.value,
    isDryRun: false,
    restores: false,
    isMinor: false,
    ...given,
    progress: { expect: () => {}, step: (line) => lines.push(line), end: () => {} },
  });
  return { report, lines, summary: summarise(report, given.isDryRun ?? false) };
}

describe("publishing a folder", () => {
  it("sends media, then articles as they were written, and nothing the second time", async () => {
    const root = projectWith({
      "content/articles/ferry.md": written("ferry", "image: { src: pics/ferry.png, alt: A ferry }\n"),
      "content/articles/quay.html": written("quay", "status: draft\nsection: harbour\n", "<p>Below</p>"),
      "content/articles/gone.md": written(
        "gone",
        "status: retracted\nretraction: { time: 2026-02-01T00:00:00Z, reason: Untrue }\n",
      ),
      "content/media/pics/ferry.png": picture(1),
      "content/media/unused.png": picture(2),
    });
    const first = await publish(root);
    expect(first.summary).toEqual(["3 created, 0 changed, 0 unchanged, 0 failed; 1 media file sent"]);
    expect(first.report.warnings).toEqual([]);
    expect(server.changes()[0]).toBe("POST /desk/media?name=pics%2Fferry.png");
    const sent = server.asked.find(({ path }) => path === "/desk/articles/quay");
    expect(sent?.headers["content-type"]).toBe("text/html; charset=utf-8");
    expect(sent?.body.toString()).toBe(written("quay", "status: draft\nsection: harbour\n", "<p>Below</p>"));
    const { length } = server.changes();
    const second = await publish(root);
    expect(second.summary).toEqual(["0 created, 0 changed, 3 unchanged, 0 failed; 0 media files sent"]);
    expect(server.changes()).toHaveLength(length);
  });

  it("sends only what was edited, with the revision that was read as its precondition", async () => {
    const root = projectWith({
      "content/articles/a.md": written("a"),
      "content/articles/b.md": written("b"),
    });
    await publish(root);
    const before = server.changes().length;
    writeIn(root, { "content/articles/b.md": written("b", "", "Another.") });
    const { summary, lines } = await publish(root);
    expect(summary).toEqual(["0 created, 1 changed, 1 unchanged, 0 failed; 0 media files sent"]);
    expect(lines).toEqual(["changed content/articles/b.md"]);
    expect(server.changes().slice(before)).toEqual(["PUT /desk/articles/b"]);
    expect(server.asked.at(-1)?.headers["if-match"]).toMatch(/^"1-[0-9a-f]{32}"$/);
  });

  it("does not send again what the newsroom has dated, and sends a small change as one", async () => {
    const root = projectWith({ "content/articles/a.md": written("a") });
    await publish(root);
    writeIn(root, { "content/articles/a.md": written("a", "", "Another.") });
    const first = await publish(root);
    expect(first.report).toMatchObject({ changed: 1, warnings: [] });
    const [kept] = server.articles.values();
    expect(Date.parse(kept?.article.updated ?? "")).toBeGreaterThan(Date.now() - 60_000);
    expect((await publish(root)).report).toMatchObject({ changed: 0, unchanged: 1 });
    writeIn(root, { "content/articles/a.md": written("a", "", "Another one.") });
    expect((await publish(root, { isMinor: true })).report).toMatchObject({ changed: 1, warnings: [] });
    expect(server.asked.at(-1)?.path).toBe("/desk/articles/a?minor=true");
    expect([...server.articles.values()][0]?.article.updated).toBe(kept?.article.updated);
  });

  it("sends a change back to an earlier version under an idempotency key of its own", async () => {
    const root = projectWith({ "content/articles/a.md": written("a") });
    await publish(root);
    for (const body of ["Another.", "A first paragraph."]) {
      writeIn(root, { "content/articles/a.md": written("a", "", body) });
      expect((await publish(root)).report.changed).toBe(1);
    }
    const keys = server.asked.map(({ headers }) => headers["idempotency-key"]).filter(Boolean);
    expect(new Set(keys).size).toBe(3);
  });

  it("reports in a dry run what it would send", async () => {
    const root = projectWith({
      "content/articles/a.md": written("a", "image: { src: a.png, alt: A }\n"),
      "content/media/a.png": picture(),
    });
    const { summary, lines } = await publish(root, { isDryRun: true });
    expect(lines).toEqual(["would send media/a.png", "would create content/articles/a.md"]);
    expect(summary).toEqual([
      "Nothing was sent. It would be: 1 created, 0 changed, 0 unchanged, 0 failed; 1 media file sent",
    ]);
    expect(server.changes()).toEqual([]);
  });

  it("reports each fault that the newsroom finds by file and line, and sends the other articles", async () => {
    const root = projectWith({
      "content/publication.yaml":
        "title: T\naddress: https://example.org\ndescription: D\nlanguage: en\nidentity: { authority: example.org, date: 2026-01-01 }\nsections: [{ slug: sport, title: Sport }]\n",
      "content/articles/a.md": written("a", "section: sport\n"),
      "content/articles/b.md": written("b"),
    });
    const { report, summary } = await publish(root);
    expect(report.failures).toEqual([
      ['content/articles/a.md:5 /section: found "sport"; expected one of the sections in publication.yaml: harbour'],
    ]);
    expect(summary).toEqual(["1 created, 0 changed, 0 unchanged, 1 failed; 0 media files sent"]);
  });

  it("sends a file twice if two articles use it under two names", async () => {
    const root = projectWith({
      "content/articles/a.md": written("a", "image: { src: x/p.png, alt: A }\n"),
      "content/articles/b.md": written("b", "image: { src: y/p.png, alt: A }\n"),
      "content/media/x/p.png": picture(),
      "content/media/y/p.png": picture(),
    });
    expect((await publish(root)).report).toMatchObject({ created: 2, sentMedia: 2, failures: [] });
  });

  it("lets two articles swap their slugs", async () => {
    const root = projectWith({
      "content/articles/a.md": written("one"),
      "content/articles/b.md": written("two"),
    });
    await publish(root);
    writeIn(root, { "content/articles/b.md": written("one"), "content/articles/c.md": written("two") });
    writeIn(root, { "content/articles/a.md": written("three") });
    const { report } = await publish(root);
    expect(report).toMatchObject({ created: 1, changed: 2, failures: [] });
  });

  it("leaves articles that exist only in the newsroom unless --retract-missing is given", async () => {
    const root = projectWith({
      "content/articles/a.md": written("a"),
      "content/articles/b.md": written("b"),
      "content/articles/c.md": written("c", "status: draft\n"),
    });
    await publish(root);
    const smaller = projectWith({ "content/articles/a.md": written("a") });
    expect((await publish(smaller)).summary).toEqual([
      "0 created, 0 changed, 1 unchanged, 0 failed; 0 media files sent",
      "2 articles there are not in the folder, and unchanged",
    ]);
    const { summary } = await publish(smaller, { retractMissing: "Moved." });
    expect(summary).toEqual([
      "0 created, 0 changed, 1 unchanged, 1 retracted, 0 failed; 0 media files sent",
      "1 article there is not in the folder, and unchanged",
    ]);
    const held = await publish(root);
    expect(held.report.failures).toEqual([
      [
        "content/articles/b.md: retracted at the newsroom; add a retraction to the file, or --restore to publish it again",
      ],
    ]);
    expect((await publish(root, { restores: true })).report).toMatchObject({ changed: 1, failures: [] });
  });

  it("reads another folder with the publication of content/ and allows links to articles that exist only in the newsroom", async () => {
    const root = projectWith({
      "content/articles/a.md": written("a"),
      "export/articles/b.md": written("b", "", "See [it](/articles/elsewhere)."),
    });
    const { lines } = await publish(root, {}, "export");
    expect(lines).toEqual(["created export/articles/b.md"]);
  });

  it("recognises the newsroom's own addresses", async () => {
    const own = `${server.origin}/articles/b`;
    const root = projectWith({ "content/articles/a.md": written("a", `canonical: ${own}\n`, `[b](${own})`) });
    expect((await publish(root)).report.warnings).toEqual([]);
    expect((await publish(root)).report.unchanged).toBe(1);
  });
});

describe("a failing newsroom", () => {
  const two = () => projectWith({ "content/articles/a.md": written("a"), "content/articles/b.md": written("b") });

  it("is asked again if it is overloaded or has an internal error", async () => {
    const answers = [429, 503, 500];
    server.intercept(({ method }) => {
      const status = method === "PUT" ? answers.shift() : undefined;
      return status === undefined ? undefined : { status, headers: { "retry-after": "1" } };
    });
    expect((await publish(two())).report).toMatchObject({ created: 2, failures: [] });
    expect(server.changes()).toHaveLength(5);
  });

  it("ends the run if the token has insufficient scope", async () => {
    const { summary } = await publish(two(), { token: "dateline_other" });
    expect(summary).toEqual([
      "Ended early: Authentication required",
      "0 created, 0 changed, 0 unchanged, 0 failed; 0 media files sent",
      "Run the command again to continue.",
    ]);
  });

  it("does not stop the other articles if it fails for one article only", async () => {
    server.intercept(({ path }) => (path === "/desk/articles/a" ? { status: 500 } : undefined));
    const { report } = await publish(two());
    expect(report).toMatchObject({ created: 1 });
    expect(report.failures).toEqual([
      [`content/articles/a.md: unexpected response 500 (not problem+json) from ${server.origin}`],
    ]);
  });

  it("is reported if it does not answer like a newsroom", async () => {
    server.intercept(() => ({ status: 200, body: { hello: 1 } }));
    expect((await publish(two())).report.halt).toMatch(/is not a newsroom/);
    server.intercept(() => ({ status: 404 }));
    expect((await publish(two())).report.halt).toBe(`${server.origin} is not a newsroom: it has no desk`);
    server.intercept(() => ({ status: 301, headers: { location: "https://other.example/" } }));
    expect((await publish(two())).report.halt).toBe("it has moved to https://other.example/");
    server.stop();
    expect((await publish(two())).report.halt).toMatch(/does not answer: .*ECONNREFUSED/);
  });

  it("can be left by an interrupt, and the next run continues", async () => {
    const root = projectWith(
      Object.fromEntries(Array.from({ length: 12 }, (_, n) => [`content/articles/a${n}.md`, written(`a${n}`)])),
    );
    const controller = new AbortController();
    let puts = 0;
    server.intercept(({ method }) => {
      if (method === "PUT" && ++puts === 6) controller.abort();
      return undefined;
    });
    const { report } = await publish(root, { stop: controller.signal });
    expect(report.halt).toBe("stopped before it was answered");
    expect(report.created).toBeLessThan(12);
    server.intercept(() => undefined);
    const { created, changed, unchanged, failures } = (await publish(root)).report;
    expect([created + changed + unchanged, failures]).toEqual([12, []]);
    expect(server.articles.size).toBe(12);
  });
});
