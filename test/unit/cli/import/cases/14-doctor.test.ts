import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";
import { feedsByUse } from "../../../../../src/doctor/facts/feed-links.ts";
import { pageFacts } from "../../../../../src/doctor/facts/page-facts.ts";

/** Beside the repository, or beside the folder of its work trees. */
const [HERE = ""] = ["../../../../../../shared/cases", "../../../../../../../shared/cases"]
  .map((path) => join(import.meta.dirname, path, "14-doctor/feeds.mjs"))
  .filter(existsSync);
const ORIGIN = "http://127.0.0.1:1";

describe.skipIf(HERE === "")("the pages of ../shared/cases/14-doctor (skipped if it is not there)", () => {
  it.each([
    ["/wp", "/ok.xml"],
    ["/wp-nofeed", undefined],
    ["/comments-first", "/ok.xml"],
    ["/json-first", "/ok.xml"],
    ["/base", "/ok.xml"],
    ["/unquoted", "/ok.xml"],
    ["/incomment", "/ok.xml"],
  ])("the feed of %s is %s", async (path, feed) => {
    const { feeds } = await import(/* @vite-ignore */ pathToFileURL(HERE).href);
    const address = ORIGIN + path;
    const [first] = feedsByUse(pageFacts(String(feeds(ORIGIN)[path].body), address).feedLinks, address);
    expect(first?.href).toBe(feed === undefined ? undefined : ORIGIN + feed);
  });
});
