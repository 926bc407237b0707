import { describe, expect, test } from "vitest";
import { diagnose } from "../../../src/doctor/diagnose.ts";
import { DEFAULT_FETCH_SETTINGS } from "../../../src/doctor/net/fetch-settings.ts";
import { READERS } from "../../../src/doctor/user-agents.ts";
import { NOW } from "./healthy-documents.ts";
import { look } from "./look.ts";
import { answering, where } from "./misbehaviour.ts";
import { type Quirks, type SiteRequest, startSite } from "./site.ts";

const isReader = ({ header }: SiteRequest) => READERS.some(({ userAgent }) => userAgent === header("user-agent"));
const calls = (name: string) => (request: SiteRequest) => request.header("user-agent").includes(name);

async function welcome(quirks: Quirks) {
  const { findings, notChecked } = await look({ quirks });
  return { what: findings.find(({ id }) => id === "agents.welcome")?.what, notChecked };
}

describe("the readers", () => {
  test("are a dozen and more, each asked once for a site and with the validator of the feed", async () => {
    const asked: SiteRequest[] = [];
    const answer: Quirks["answer"] = (request, healthy) => {
      if (isReader(request)) asked.push(request);
      return healthy();
    };
    const { findings } = await look({ at: "/", quirks: { answer } });
    expect(findings).toEqual([]);
    expect(asked.map(({ header }) => header("user-agent"))).toEqual(READERS.map(({ userAgent }) => userAgent));
    expect(READERS.length).toBeGreaterThanOrEqual(14);
    expect(asked.every(({ header }) => header("if-none-match") !== "")).toBe(true);
    expect(new Set(asked.map(({ path }) => path)).size).toBe(1);
  });

  test("are not asked if the person does not want it", async () => {
    let asked = 0;
    await using site = await startSite({
      answer: (request, healthy) => {
        if (isReader(request)) asked += 1;
        return healthy();
      },
    });
    const settings = { ...DEFAULT_FETCH_SETTINGS, mayAsk: () => true };
    const report = await diagnose(`${site.origin}/rss.xml`, settings, NOW, { asReaders: false });
    expect([asked, report.findings, report.notChecked]).toEqual([0, [], []]);
  });

  test.each([
    ["a refusal", where(calls("Inoreader"), () => answering(403)), "Inoreader gets status 403"],
    ["a page", where(calls("Reeder"), () => answering(200, "<!doctype html><title>x</title>")), "Reeder gets a page"],
    [
      "another media type",
      where(calls("AntennaPod"), (healthy) => ({
        ...healthy,
        status: 200,
        headers: { "content-type": "text/plain" },
        body: feedOf(["1", "2"]),
      })),
      "AntennaPod gets the feed as text/plain instead of application/rss+xml",
    ],
    [
      "other entries",
      where(calls("iTMS"), () =>
        answering(200, feedOf(["1", "2"]).toString(), { "content-type": "application/rss+xml" }),
      ),
      "Apple Podcasts gets another feed: 2 entries, without 12 of the 12",
    ],
  ])("are reported with what they get: %s", async (_, quirks, what) => {
    expect((await welcome(quirks)).what).toBe(what);
  });

  test("may get other bytes with the same entries", async () => {
    const document: Quirks["document"] = (text, request) =>
      isReader(request) ? `${text}<!-- for ${request.header("user-agent")} -->` : text;
    expect((await welcome({ document })).what).toBeUndefined();
  });

  test("are asked without a validator if the server never answers 304", async () => {
    const bodies: string[] = [];
    const answer: Quirks["answer"] = (request, healthy) => {
      if (isReader(request)) bodies.push(request.header("if-none-match"));
      const { headers, ...rest } = healthy();
      return rest.status === 304 ? answering(200, "<rss version='2.0'/>", headers) : { ...rest, headers };
    };
    expect((await welcome({ answer })).what).toBeUndefined();
    expect(new Set(bodies)).toEqual(new Set([""]));
  });

  test("are asked no further if the server says three times to come later", async () => {
    let asked = 0;
    const quirks = where(isReader, () => {
      asked += 1;
      return answering(429, "", { "retry-after": "60" });
    });
    const { notChecked } = await welcome(quirks);
    expect(asked).toBe(3);
    expect(notChecked).toHaveLength(READERS.length - 3);
  });
});

function feedOf(ids: readonly string[]): Buffer {
  const items = ids.map((id) => `<item><title>x</title><guid>${id}</guid></item>`);
  return Buffer.from(`<rss version="2.0"><channel><title>x</title>${items.join("")}</channel></rss>`);
}
