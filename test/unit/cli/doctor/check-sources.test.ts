import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { describe, expect, test } from "vitest";
import { type CheckSettings, checkSources } from "../../../../src/cli/doctor/check-sources.ts";
import { typedSource } from "../../../../src/cli/doctor/typed-source.ts";
import { DEFAULT_FETCH_SETTINGS } from "../../../../src/doctor/net/fetch-settings.ts";
import type { Report } from "../../../../src/doctor/report.ts";
import { atom } from "../../doctor/grammar/faulty-documents.ts";
import { healthyDocuments, NOW } from "../../doctor/healthy-documents.ts";
import { answering, where } from "../../doctor/misbehaviour.ts";
import { type Quirks, startSite } from "../../doctor/site.ts";

const folder = mkdtempSync(join(tmpdir(), "dateline-doctor-"));
writeFileSync(join(folder, "good.xml"), healthyDocuments["/rss.xml"]?.("https://example.org") ?? "");

type Asked = Partial<Omit<CheckSettings, "input">> & { readonly input?: string };

async function check(typed: readonly string[], { input = "", ...settings }: Asked = {}): Promise<readonly Report[]> {
  const sources = typed.flatMap((each) => {
    const found = typedSource(each, folder);
    return found.ok ? found.value : [];
  });
  const reports: Report[] = [];
  let [expected, ready] = [0, 0];
  await checkSources(
    sources,
    {
      fetch: DEFAULT_FETCH_SETTINGS,
      mayAskPrivate: false,
      asReaders: "typed",
      base: undefined,
      now: NOW,
      ...settings,
      input: Readable.from([Buffer.from(input)]),
    },
    {
      expect: (number) => {
        expected += number;
      },
      ready: () => {
        ready += 1;
      },
      report: (report) => reports.push(report),
    },
  );
  expect([ready, expected]).toEqual([reports.length, reports.length]);
  return reports;
}

const opml = (...addresses: readonly string[]) =>
  `<opml version="2.0"><head><title>All</title></head><body><outline text="Ports">${addresses
    .map((address) => `<outline text="x" type="rss" xmlUrl="${address}"/>`)
    .join("")}</outline></body></opml>`;

/** A site that serves a list of its own feeds at /all.opml. */
const withList = (...paths: readonly string[]): Quirks =>
  where(
    ({ path }) => path === "/all.opml",
    (_, { origin }) =>
      answering(200, opml(...paths.map((path) => (path.startsWith("/") ? origin + path : path))), {
        "content-type": "text/x-opml; charset=utf-8",
      }),
  );

describe("several sources", () => {
  test("have a report each, in the order given: files, addresses, the standard input", async () => {
    await using site = await startSite();
    const reports = await check(["good.xml", `127.0.0.1:${site.port}/rss.xml`, "-", "gone.xml"], { input: atom() });
    expect(reports.map(({ address, source, readable }) => [address, source, readable])).toEqual([
      ["good.xml", "file", true],
      [`${site.origin}/rss.xml`, "address", true],
      ["standard input", "input", true],
      ["gone.xml", "file", false],
    ]);
    expect(reports[1]?.findings).toEqual([]);
  });

  test("of one host are checked one after the other", async () => {
    let [open, most] = [0, 0];
    await using site = await startSite({
      raw: (_, response) => {
        open += 1;
        most = Math.max(most, open);
        response.on("close", () => {
          open -= 1;
        });
        return false;
      },
    });
    await check([`${site.origin}/rss.xml`, `${site.origin}/atom.xml`, `${site.origin}/feed.json`]);
    expect(most).toBe(1);
  });

  test("may be folders and files that are too large, which is said", async () => {
    const fetch = { ...DEFAULT_FETCH_SETTINGS, maxBytes: 1_000 };
    const reports = await check([".", "good.xml", "-"], { fetch, input: "x".repeat(2_000) });
    expect(reports.map(({ readable, findings }) => [readable, findings.map(({ id }) => id)])).toEqual([
      [false, ["file.readable"]],
      [false, ["fetch.size"]],
      [false, ["fetch.size"]],
    ]);
  });
});

describe("an address of this machine that was typed", () => {
  test("is followed within its origin, and no further", async () => {
    await using other = await startSite();
    await using site = await startSite(
      where(
        ({ path }) => path === "/" || path === "/elsewhere",
        (healthy, { path }) =>
          path === "/"
            ? {
                ...healthy,
                headers: { "content-type": "text/html" },
                body: Buffer.from(`<!doctype html><html><head>
<link rel="alternate" type="application/rss+xml" title="own" href="/rss.xml">
<link rel="alternate" type="application/rss+xml" title="other" href="http://127.0.0.1:${other.port}/rss.xml">
</head></html>`),
              }
            : answering(301, "", { location: `http://127.0.0.1:${other.port}/rss.xml` }),
      ),
    );
    const [page] = await check([`localhost:${site.port}/`]);
    expect(page?.subjects.map(({ kind }) => kind)).toEqual(["page", "feed", "unreachable"]);
    const [redirected] = await check([`localhost:${site.port}/elsewhere`]);
    expect(redirected).toMatchObject({ readable: false, findings: [{ id: "fetch.public" }] });
    expect(other.requests()).toBe(0);
    const [allowed] = await check([`localhost:${site.port}/elsewhere`], { mayAskPrivate: true });
    expect(allowed?.readable).toBe(true);
  });
});

describe("the feeds of an OPML document", () => {
  test("follow it in its order, each with few requests, and not as readers", async () => {
    const agents = new Set<string>();
    const quirks = withList("/atom.xml", "/rss.xml");
    await using site = await startSite({
      answer: (request, healthy) => {
        agents.add(request.header("user-agent"));
        return quirks.answer?.(request, healthy) ?? healthy();
      },
    });
    const list = `${site.origin}/all.opml`;
    const reports = await check([`127.0.0.1:${site.port}/all.opml`, "good.xml"]);
    expect(reports.map(({ address, list: from }) => [address, from])).toEqual([
      [list, undefined],
      [`${site.origin}/atom.xml`, list],
      [`${site.origin}/rss.xml`, list],
      ["good.xml", undefined],
    ]);
    expect(reports[0]?.subscriptions).toEqual([`${site.origin}/atom.xml`, `${site.origin}/rss.xml`]);
    for (const { requests, findings, notChecked } of reports.slice(1, 3))
      expect([requests, findings, notChecked]).toEqual([6, [], []]);
    expect([...agents]).toEqual([expect.stringMatching(/^Dateline\//)]);
  });

  test("are asked for as readers if the person wants it", async () => {
    await using site = await startSite(withList("/rss.xml"));
    const [, report] = await check([`${site.origin}/all.opml`], { asReaders: "all" });
    expect(report?.requests).toBe(24);
  });

  test("may not lead to another service of this machine", async () => {
    await using other = await startSite();
    await using site = await startSite(withList("/rss.xml", `http://127.0.0.1:${other.port}/rss.xml`));
    const reports = await check([`${site.origin}/all.opml`]);
    expect(reports.map(({ readable }) => readable)).toEqual([true, true, false]);
    expect(other.requests()).toBe(0);
  });

  test("of a file may not lead to this machine at all, nor to files", async () => {
    await using site = await startSite();
    const input = opml(`${site.origin}/rss.xml`, "file:///etc/passwd", "good.xml");
    const reports = await check(["-"], { input });
    expect(reports.map(({ list, readable, findings }) => [list, readable, findings.map(({ id }) => id)])).toEqual([
      [undefined, true, []],
      ["standard input", false, ["fetch.public"]],
      ["standard input", false, ["fetch.public"]],
      ["standard input", false, ["fetch.public"]],
    ]);
    expect(site.requests()).toBe(0);
  });

  test("are checked once, also if they are typed, and lists in lists are not followed", async () => {
    await using site = await startSite(withList("/rss.xml", "/all.opml", "/rss.xml"));
    const reports = await check([`${site.origin}/all.opml`, `${site.origin}/rss.xml`]);
    expect(reports.map(({ address }) => new URL(address).pathname)).toEqual(["/all.opml", "/rss.xml"]);
  });
});
