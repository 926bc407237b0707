import { copyFileSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import { undescribed } from "../../fixtures/described-answers.ts";
import { startNewsroom } from "../harness/newsroom.ts";
import { runToSuccess } from "../harness/run-command.ts";
import { test as plainTest } from "../harness/served-test.ts";

/**
 * Clients that generators make of the OpenAPI document of a running newsroom are compiled strictly, and go through the
 * walk of docs/newsroom.md.
 */

const test = plainTest.extend("newsroom", { scope: "file" }, async ({ copy }, { onCleanup }) => {
  const newsroom = await startNewsroom(copy);
  onCleanup(() => newsroom.stop());
  return newsroom;
});

const COMPILER_OPTIONS = {
  strict: true,
  target: "es2022",
  module: "nodenext",
  moduleResolution: "nodenext",
  lib: ["es2022", "dom", "dom.iterable"],
  types: ["node"],
  rootDir: ".",
  outDir: "dist",
};

type Exchange = {
  readonly method: string;
  readonly url: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
};

test.for([
  {
    name: "openapi-fetch",
    prefix: "f",
    generate: ["openapi-typescript/bin/cli.js", "openapi.json", "-o", "generated/schema.ts"],
  },
  {
    name: "hey-api",
    prefix: "h",
    generate: ["@hey-api/openapi-ts/dist/run.mjs", "-f", "generator.config.mjs"],
  },
])(
  "a client for $name compiles strictly and goes through the walk",
  { timeout: 300_000 },
  async ({ name, prefix, generate: [program = "", ...args] }, { repository, copy, newsroom }) => {
    const folder = join(copy.scratch, name);
    mkdirSync(folder);
    symlinkSync(join(repository, "node_modules"), join(folder, "node_modules"));
    const from = (file: string) => join(repository, "test/e2e/clients", file);
    copyFileSync(from(`${name}-walk.ts.txt`), join(folder, "walk.ts"));
    copyFileSync(from("recording-fetch.ts.txt"), join(folder, "recording-fetch.ts"));
    writeFileSync(join(folder, "openapi.json"), await (await newsroom.get("/desk/openapi.json")).text());
    writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
    const generator = { input: "openapi.json", output: { path: "generated", importFileExtension: ".js" } };
    writeFileSync(join(folder, "generator.config.mjs"), `export default ${JSON.stringify(generator)};`);
    const config = { compilerOptions: COMPILER_OPTIONS, include: ["walk.ts", "recording-fetch.ts", "generated"] };
    writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(config));

    const picture = readFileSync(join(repository, "test/fixtures/samples/content/media/icon.png")).toString("base64");
    const environment = {
      ...copy.environment,
      ADDRESS: newsroom.origin,
      TOKEN: newsroom.token,
      PICTURE: picture,
      CI: "true",
    };
    const run = (file: string, ...rest: string[]) => runToSuccess(file, rest, { cwd: folder, environment });
    await run("node", "--import", from("typescript-five.ts"), join(repository, "node_modules", program), ...args);
    await run("node", join(repository, "node_modules/typescript/bin/tsc"), "-p", ".");
    const lines = (await run("node", "dist/walk.js")).trim().split("\n");
    const exchanges: Exchange[] = lines.slice(0, -1).map((line) => JSON.parse(line));

    const seen = new Set<string>();
    for (const { method, url, status, headers, body } of exchanges) {
      const response = new Response(body === "" ? null : body, { status, headers });
      expect(await undescribed({ method, path: new URL(url).pathname }, response, seen)).toEqual([]);
    }
    expect([...seen].toSorted()).toEqual([
      "getArticle 200",
      "getArticleSchema 200",
      "getDeliveries 200",
      "getOpenApi 200",
      "listArticles 200",
      "listAudit 200",
      "listMedia 200",
      "listSubscriptions 200",
      "replayDeliveries 200",
      "retractArticle 200",
      "saveArticle 200",
      "saveArticle 201",
      "saveArticle 412",
      "saveArticle 422",
      "uploadMedia 201",
    ]);
    const outcomes = exchanges.flatMap(({ method, url, status, body }) =>
      method === "PUT" ? [`${new URL(url).pathname.split("/").at(-1)} ${JSON.parse(body).outcome ?? status}`] : [],
    );
    expect(outcomes).toEqual(
      [
        "ferry created",
        "quay created",
        "draft created",
        "fares created",
        "quay unchanged",
        "quay changed",
        "quay 412",
        "mark created",
        "mark unchanged",
        "none 422",
      ].map((each) => `${prefix}-${each}`),
    );
    expect(JSON.parse(lines.at(-1) ?? "")).toEqual({
      outcome: "created",
      tags: [],
      slugs: expect.arrayContaining([`${prefix}-fares`]),
      late: 412,
      sizes: [expect.any(Number), expect.any(Number)],
      faults: ["/body", "/title"],
    });
    expect((await newsroom.get(`/articles/${prefix}-quay`)).status).toBe(410);
    expect(await (await newsroom.get(`/articles/${prefix}-mark`)).text()).toContain("Two lines and a dot");
  },
);
