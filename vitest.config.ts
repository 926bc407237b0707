import { join } from "node:path";
import { cloudflareTest, readD1Migrations } from "@cloudflare/vitest-plugin";
import { defineConfig } from "vitest/config";

const migrations = await readD1Migrations("src/store/d1/migrations");

/** Both adapters keep the same promises: the same tests run over both. */
const overDatabase = {
  name: "over-database",
  enforce: "pre" as const,
  resolveId: (source: string, importer = "") =>
    source.endsWith("/serve.ts") && !importer.includes("/test/newsroom/")
      ? join(import.meta.dirname, "test/newsroom/serve.ts")
      : undefined,
};

/** No test asserts a time, so no test may fail because the machine is busy. In milliseconds. */
const testTimeout = 30_000;

const SPARE_DATABASES = Array.from({ length: 8 }, (_, index) => `DB${index}`);

/** Slow tests run in `npm run test:slow`. `npm test`, whose mode is *quick*, leaves them out. */
const SLOW = "**/*.slow.test.ts";
const slowIn = (mode: string) => (mode === "quick" ? [SLOW] : []);

/**
 * unit: pure code in Node. worker: inside workerd with the bindings of file mode. newsroom: inside workerd with D1, R2 and Queues.
 * e2e: `wrangler dev`, real readers, a real browser.
 */
export default defineConfig(({ mode }) => ({
  test: {
    projects: [
      {
        test: { name: "unit", include: ["test/unit/**/*.test.{ts,tsx}"], exclude: slowIn(mode), testTimeout },
        oxc: { jsx: { importSource: "#jsx" } },
      },
      {
        plugins: [cloudflareTest({ wrangler: { configPath: "./wrangler.toml" } })],
        test: {
          name: "worker",
          testTimeout,
          include: ["test/{worker,conformance}/**/*.test.{ts,tsx}"],
          // Only a newsroom has a hub.
          exclude: ["test/conformance/websub.test.ts", ...slowIn(mode)],
        },
      },
      {
        plugins: [
          overDatabase,
          cloudflareTest({
            wrangler: { configPath: "./wrangler.toml", environment: "newsroom" },
            miniflare: { bindings: { MIGRATIONS: migrations }, d1Databases: SPARE_DATABASES },
          }),
        ],
        test: {
          name: "newsroom",
          testTimeout,
          include: ["test/{newsroom,worker,conformance}/**/*.test.{ts,tsx}"],
          // Tests of the ledger and of the bundle's size, which apply to file mode only.
          exclude: ["test/worker/{withdrawals,large-publication,faults}.test.ts", ...slowIn(mode)],
          setupFiles: ["test/newsroom/migrate.ts"],
        },
      },
      {
        test: {
          name: "e2e",
          include: ["test/e2e/**/*.test.ts"],
          testTimeout: 120_000,
          hookTimeout: 180_000,
          fileParallelism: false,
        },
        oxc: { jsx: { importSource: "#jsx" } },
      },
    ],
  },
}));
