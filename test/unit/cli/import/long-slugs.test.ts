import { describe, expect, it } from "vitest";
import { MAX_SLUG_BYTES, slugBytes } from "../../../../src/model/slug.ts";
import { emptyRepository } from "./import-in.ts";

const repository = emptyRepository();
const LONG = "한강의새다리가열리다".repeat(10);

const feed = (entries: readonly { readonly title: string; readonly time: string }[]) =>
  JSON.stringify({
    version: "https://jsonfeed.org/version/1.1",
    title: "Long",
    items: entries.map(({ title, time }, index) => ({
      id: `entry-${index}`,
      title,
      content_html: `<p>Entry ${index}</p>`,
      date_published: time,
    })),
  });

describe("an import of long titles", () => {
  it("makes names of files that every file system takes, and an own one for each article", async () => {
    const entries = Array.from({ length: 12 }, () => ({ title: LONG, time: "2024-05-01T10:00:00Z" }));
    repository.put("feed.json", feed(entries));
    const { isWhole } = await repository.run("feed.json");
    expect(isWhole).toBe(true);
    const names = repository.names();
    expect(names).toHaveLength(12);
    for (const name of names) expect(slugBytes(name.replace(".html", ""))).toBeLessThanOrEqual(MAX_SLUG_BYTES);
    expect(Object.keys(await repository.compiled())).toHaveLength(12);
  });
});

describe("a content file with a long name", () => {
  const text = (fields: string) => `---
id: tag:example.org,2026-01-01:articles/9k2m4x7q0v3b5d8f
title: T
published: 2026-01-01T00:00:00Z
${fields}---

Text.
`;

  it.each([
    ["its name", `${"ü".repeat(101)}.md`, "", "it has 202"],
    ["its slug", "a.md", `slug: ${"ü".repeat(101)}\n`, "this slug has 202"],
    ["a former slug", "a.md", `formerSlugs: [${"ü".repeat(101)}]\n`, "this slug has 202"],
    ["its section", "a.md", `section: ${"ü".repeat(101)}\n`, "this slug has 202"],
  ])("is told the bytes and the limit of %s", async (_, name, fields, expected) => {
    repository.write(name, text(fields));
    await expect(repository.compiled()).rejects.toThrow(/at most 200 bytes of UTF-8/);
    await expect(repository.compiled()).rejects.toThrow(expected);
  });
});
