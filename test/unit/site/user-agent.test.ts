import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { userAgent } from "../../../src/site/user-agent.ts";

it("names the program and the publication's address, and nothing else of it", () => {
  expect(userAgent("https://harbour.news/tags/boats/rss.xml?x=1")).toBe("Dateline/0.1 (+https://harbour.news/)");
  expect(userAgent(undefined)).toBe("Dateline/0.1");
});

it("is the only one in the program", () => {
  const root = join(import.meta.dirname, "../../../src");
  const own = globSync("**/*.{ts,tsx}", { cwd: root }).filter((file) =>
    /Dateline-[A-Z]\w+\/\d|Dateline\/\d|"user-agent": "/i.test(readFileSync(join(root, file), "utf8")),
  );
  expect(own).toEqual(["site/user-agent.ts"]);
});
