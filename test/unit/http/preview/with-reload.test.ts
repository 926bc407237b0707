import { join } from "node:path";
import { build } from "esbuild";
import { describe, expect, test } from "vitest";
import { allowReload, withReload } from "../../../../src/http/preview/with-reload.ts";
import { BARE_PAGE_SECURITY } from "../../../../src/http/security-headers.ts";

const REPOSITORY = join(import.meta.dirname, "../../../..");
const [[, POLICY] = ["", ""]] = BARE_PAGE_SECURITY;
const BROWSER = { accept: "text/html,application/xhtml+xml,*/*;q=0.8" };
const PAGE = "<html><body><p>$& stays</p></body></html>";

const answer = (type: string, body: string, status = 200) =>
  new Response(body, { status, headers: { "content-type": type, etag: '"1"', "content-security-policy": POLICY } });

function asked(response: () => Response, headers: Record<string, string> = BROWSER) {
  const seen: Request[] = [];
  const fetch = withReload('7"', (request) => {
    seen.push(request);
    return response();
  });
  return { answered: fetch(new Request("http://localhost/", { headers })), seen };
}

describe("a page of a preview", () => {
  test("has the script before its end, and may run it; nobody keeps it", async () => {
    const { answered, seen } = asked(() => answer("text/html; charset=utf-8", PAGE), {
      ...BROWSER,
      "accept-encoding": "br",
      "if-none-match": '"1"',
    });
    const response = await answered;
    expect(await response.text()).toBe(
      '<html><body><p>$& stays</p><script src="/assets/preview.js" data-state="7&quot;"></script></body></html>',
    );
    expect(response.headers.get("content-security-policy")).toBe(`${POLICY}; script-src 'self'; connect-src 'self'`);
    expect([response.headers.get("etag"), response.headers.get("cache-control")]).toEqual([null, "no-store"]);
    expect([...(seen[0]?.headers.keys() ?? [])], "the service is asked for the whole page").toEqual(["accept"]);
  });

  test("has it also if the page is an error", async () => {
    const response = await asked(() => answer("text/html", PAGE, 503)).answered;
    expect([response.status, await response.text()]).toEqual([503, expect.stringContaining("<script")]);
  });

  test("is that of the service for a client that is no browser; so is everything that is no page", async () => {
    const page = answer("text/html", PAGE);
    expect(await asked(() => page, { accept: "*/*" }).answered).toBe(page);
    const feed = answer("application/rss+xml", "<rss/>");
    expect(await asked(() => feed).answered).toBe(feed);
  });
});

test.each([
  ["", "script-src 'self'; connect-src 'self'"],
  ["script-src https://a.example; x y", "script-src https://a.example 'self'; x y; connect-src 'self'"],
  ["connect-src 'none'; script-src 'self'", "connect-src 'self'; script-src 'self'"],
])("the policy %j becomes %j", (policy, expected) => expect(allowReload(policy)).toBe(expected));

test.each(["worker.ts", "newsroom-worker.ts"])("the bundle of %s has nothing of previews", async (entry) => {
  const inside = async (file: string) => {
    const { outputFiles, metafile } = await build({
      entryPoints: [join(REPOSITORY, "src", file)],
      bundle: true,
      write: false,
      metafile: true,
      format: "esm",
      platform: "node",
      jsx: "automatic",
      jsxImportSource: "hono/jsx",
      external: ["cloudflare:*", "../.dateline/*"],
      logLevel: "silent",
    });
    const loaded = Object.keys(metafile.inputs).filter((input) => /src\/(?:http|cli)\/preview\//.test(input));
    return { loaded, hasStream: outputFiles.some(({ text }) => /EventSource|event-stream|preview\.js/.test(text)) };
  };
  expect(await inside(entry)).toEqual({ loaded: [], hasStream: false });
  expect((await inside("preview-worker.ts")).hasStream, "the search finds it where it is").toBe(true);
});
