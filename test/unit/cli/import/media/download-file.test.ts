import { existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { downloadFile } from "../../../../../src/cli/import/media/download-file.ts";
import { DEFAULT_FETCH_SETTINGS } from "../../../../../src/doctor/net/fetch-settings.ts";
import { mediaServer, silence } from "./media-server.ts";

const { at, route, serve } = mediaServer();
let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "dateline-download-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const settings = { ...DEFAULT_FETCH_SETTINGS, mayAsk: () => true, timeoutMs: 300, maxBytes: 1_000_000 };
const load = (path: string, name = "a.part") => {
  const shown: (number | undefined)[][] = [];
  const done = downloadFile(at(path), join(folder, name), {
    settings,
    progress: (bytes, total) => shown.push([bytes, total]),
  });
  return done.then((result) => ({ result, shown }));
};

it("writes a file to the disk and shows how far it is", async () => {
  const bytes = silence(300);
  serve("/a", bytes, "audio/mpeg");
  const { result, shown } = await load("/a");
  expect(result).toMatchObject({ ok: true, value: { length: bytes.length, contentType: "audio/mpeg" } });
  expect(readFileSync(join(folder, "a.part"))).toEqual(bytes);
  expect(shown.at(-1)).toEqual([bytes.length, bytes.length]);
});

// `/dev/full` refuses every byte, as a full disk does.
it.skipIf(!existsSync("/dev/full"))("says that the disk is full", async () => {
  serve("/a", silence(300), "audio/mpeg");
  symlinkSync("/dev/full", join(folder, "full.part"));
  const { result } = await load("/a", "full.part");
  expect(result).toMatchObject({ ok: false, error: { kind: "disk", message: "ENOSPC" } });
  expect(existsSync(join(folder, "full.part"))).toBe(false);
});

it("ends when no byte comes any more", async () => {
  route("/slow", (_, response) => {
    response.writeHead(200, { "content-length": 1_000 });
    response.write("a");
  });
  const { result } = await load("/slow");
  expect(result).toMatchObject({ ok: false, error: { kind: "broken", message: "no byte for 0.3 s", done: 1 } });
});

it("ends when a server sends more than it may, without a length", async () => {
  route("/endless", (_, response) => {
    const more = () => response.write(silence(100)) && setImmediate(more);
    response.on("drain", more);
    more();
  });
  const { result } = await load("/endless");
  expect(result).toMatchObject({ ok: false, error: { kind: "too large", length: undefined } });
  expect(existsSync(join(folder, "a.part"))).toBe(false);
});

it("follows redirects to an end, and not in a circle", async () => {
  serve("/b", silence(3), "audio/mpeg");
  route("/a", (_, response) => response.writeHead(302, { location: "/b" }).end());
  route("/loop", (_, response) => response.writeHead(302, { location: "/loop" }).end());
  expect((await load("/a")).result.ok).toBe(true);
  expect((await load("/loop", "b.part")).result).toMatchObject({
    ok: false,
    error: { kind: "refused", message: expect.stringContaining("more than 5 redirects") },
  });
});

it("does not follow a redirect to an address that is not allowed", async () => {
  route("/a", (_, response) => response.writeHead(302, { location: "http://169.254.169.254/latest" }).end());
  const guarded = { ...settings, mayAsk: (ip: string) => ip.startsWith("127.") };
  const result = await downloadFile(at("/a"), join(folder, "a.part"), { settings: guarded, progress: () => {} });
  expect(result).toMatchObject({
    ok: false,
    error: { kind: "refused", message: expect.stringContaining("not on the public internet") },
  });
});
