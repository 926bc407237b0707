import { spawn, spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { emptyRepository } from "../import-in.ts";

const { run, root, put, names } = emptyRepository();
const script = join(import.meta.dirname, "../../../../../src/cli/commands/import.ts");

const item = (name: string, html: string, more = "<pubDate>Wed, 01 May 2019 09:30:00 GMT</pubDate>") =>
  `<item><title>${name}</title><guid>${name}</guid>${more}<description><![CDATA[${html}]]></description></item>`;
const rss = (inside: string) => `<rss version="2.0"><channel>${inside}</channel></rss>`;
const report = () => JSON.parse(readFileSync(join(root(), "report.json"), "utf8"));
const leftovers = () =>
  [...readdirSync(root()), ...readdirSync(join(root(), "content/articles"))].filter((name) => /writing|^\./.test(name));

const TEXT = `<p class="lead" style="color:red" data-x="1">A <form><input></form> <a href="javascript:x()">b</a></p><script>c()</script><iframe src="https://film.example.net/7"></iframe>`;

describe("--report", () => {
  it("has each article with its notes, the faults with their places, and the counts", async () => {
    put("f.xml", rss(item("One", TEXT) + item("Two", "<p>Plain.</p>") + item("Three", "x", "")));
    await run("f.xml", "--report", "report.json");
    expect(report()).toEqual({
      source: "f.xml",
      documents: [],
      articles: [
        {
          file: "one.html",
          id: expect.stringMatching(/^tag:/),
          status: "published",
          outcome: "written",
          notes: expect.arrayContaining([
            { kind: "lost", message: "<script>: it was left out" },
            { kind: "lost", message: "href on <a>: it was left out", found: "javascript:x()" },
            { kind: "harmless", message: "class on <p>" },
            expect.objectContaining({ kind: "repaired", found: "https://film.example.net/7" }),
          ]),
        },
        { file: "two.html", id: expect.any(String), status: "published", outcome: "written", notes: [] },
      ],
      leftOut: [],
      pages: [],
      faults: [{ source: "f.xml", place: "line 1", message: expect.stringContaining("no time") }],
      counts: expect.objectContaining({ written: 2, faults: 1, leftOut: 0 }),
      halt: null,
    });
    expect(leftovers()).toEqual([]);
  });

  it("has what was noted about the document, which the summary tells by its kind", async () => {
    put("f.xml", Buffer.from(rss(item("Caf\u00E9", "<p>\u0080 5</p>")), "latin1"));
    const { summary } = await run("f.xml", "--report", "report.json");
    const [document, ...others] = report().documents;
    expect(others).toEqual([]);
    expect(document).toEqual({
      source: "f.xml",
      notes: [expect.objectContaining({ kind: "guessed", message: expect.stringContaining("windows-1252") })],
    });
    expect(summary[0]).toMatch(/^guessed: .*windows-1252.* \(f\.xml/);
  });

  it("is valid JSON if nothing could be read, and is refused where no file can be", async () => {
    await run("none.xml", "--report", "report.json");
    expect(report()).toMatchObject({
      articles: [],
      faults: [{ source: "none.xml", message: "there is no such file" }],
    });
    await expect(run("none.xml", "--report", "no/such/report.json")).rejects.toThrow("--report no/such/report.json: ");
  });
});

describe("the order of the report", () => {
  it("is what was lost, what was repaired, and one line of what is harmless", async () => {
    put("f.xml", rss(item("One", TEXT) + item("Two", TEXT.replaceAll("lead", "next"))));
    const { summary } = await run("f.xml");
    const kinds = summary.map((line) => line.replace(/:.*/, ""));
    expect(kinds.slice(0, -1)).toEqual([...kinds.slice(0, -1)].sort((a, b) => ORDER.indexOf(a) - ORDER.indexOf(b)));
    expect(kinds.filter((kind) => kind === "harmless")).toHaveLength(1);
    expect(summary).toContain("lost: <script>: it was left out, 2 times (one.html, two.html)");
    expect(summary.at(-2)).toBe("harmless: class on <p> (2), style on <p> (2), data-* on <p> (2)");
  });
});
const ORDER = ["lost", "guessed", "repaired", "harmless"];

describe("a disk that is full", { timeout: 60_000 }, () => {
  it("leaves whole files only, says how to go on, and prints no stack", () => {
    const long = `<p>${"Long text of the quay. ".repeat(20_000)}</p>`;
    put("f.xml", rss(item("One", "<p>Short.</p>") + item("Two", long) + item("Three", "<p>Short.</p>")));
    // A limit of 100 kB for each file stands for the full disk.
    const { status, stderr, stdout } = spawnSync(
      "bash",
      ["-c", `ulimit -f 100; exec "$@"`, "-", process.execPath, script, "feed", "f.xml"],
      { cwd: root(), encoding: "utf8", env: { ...process.env, INIT_CWD: root() } },
    );
    expect(status).toBe(1);
    expect(stderr).toContain("Run the same command again: it goes on where it stopped.");
    expect(stderr).not.toMatch(/^\s+at /m);
    expect(stdout).toContain("1 article written");
    expect(names()).toEqual(["one.html"]);
  });
});

describe("Ctrl-C", { timeout: 60_000 }, () => {
  it("ends the import with whole files and a whole report", async () => {
    const server = createServer((_, response) => {
      response.write(rss(item("One", "<p>Short.</p>")).slice(0, -20));
    });
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    const child = spawn(process.execPath, [script, "feed", address, "--report", "report.json"], {
      cwd: root(),
      env: { ...process.env, INIT_CWD: root() },
    });
    let stderr = "";
    child.stderr.on("data", (piece) => {
      stderr += piece;
    });
    const ended = new Promise<number | null>((done) => child.on("close", done));
    await new Promise((done) => server.once("request", done));
    await new Promise((done) => setTimeout(done, 300));
    child.kill("SIGINT");
    expect(await ended).toBe(1);
    expect(stderr).toContain("Interrupted.");
    expect(report()).toMatchObject({ articles: [], halt: expect.stringContaining("Interrupted.") });
    expect(leftovers()).toEqual([]);
    expect(existsSync(join(root(), "content/articles/one.html"))).toBe(false);
    expect(statSync(join(root(), "report.json")).size).toBeGreaterThan(0);
    server.closeAllConnections();
    server.close();
  });
});
