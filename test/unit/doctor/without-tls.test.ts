import { describe, expect, test } from "vitest";
import { diagnose } from "../../../src/doctor/diagnose.ts";
import { DEFAULT_FETCH_SETTINGS } from "../../../src/doctor/net/fetch-settings.ts";
import { NOW } from "./healthy-documents.ts";
import { redirect } from "./misbehaviour.ts";
import { startSite } from "./site.ts";

const settings = { ...DEFAULT_FETCH_SETTINGS, mayAsk: () => true, timeoutMs: 2_000 };
const check = (address: string, instead: string) => diagnose(address, settings, NOW, { instead, asReaders: false });

describe("an address that was typed without a scheme", () => {
  test.each(["https://127.0.0.1:PORT/rss.xml", "https://127.0.0.1:1/rss.xml"])(
    "is asked for with http if https cannot be reached, and the report says so: %s",
    async (secure) => {
      await using site = await startSite();
      const plain = `${site.origin}/rss.xml`;
      const report = await check(secure.replace("PORT", String(site.port)), plain);
      expect(report).toMatchObject({ address: plain, readable: true, counts: { error: 0, warning: 1 } });
      expect(report.findings[0]).toMatchObject({ id: "transport.without-tls", where: plain });
      expect(report.findings[0]?.what).toMatch(
        /^no (?:connection|trusted TLS connection) to https:.*, so http:.* was checked$/,
      );
    },
  );

  test("is said to have no answer if neither has one", async () => {
    const report = await check("https://127.0.0.1:1/", "http://127.0.0.1:1/");
    expect(report).toMatchObject({ readable: false });
    expect(report.findings.map(({ id }) => id)).toEqual(["fetch.reachable", "transport.without-tls"]);
    expect(report.findings[1]?.what).toMatch(/and http failed, too$/);
  });

  test("is not asked for again if the first answer leads on to what fails", async () => {
    await using site = await startSite(redirect({ "/old": "http://127.0.0.1:1/" }));
    const report = await check(`${site.origin}/old`, `${site.origin}/rss.xml`);
    expect(report).toMatchObject({ address: `${site.origin}/old`, readable: false });
  });
});
