import { describe, expect, test } from "vitest";
import { inspectMedia } from "../../../../src/compile/media/inspect-media.ts";

const chapter = { startTime: 0, title: "Welcome" };
const inspect = (value: unknown) =>
  inspectMedia("talk.json", new TextEncoder().encode(typeof value === "string" ? value : JSON.stringify(value)));
const faultOf = async (value: unknown) => {
  const inspected = await inspect(value);
  return inspected.ok ? undefined : `${inspected.error.found}; expected ${inspected.error.expected}`;
};

describe("a JSON file", () => {
  test("with chapters is served as chapters", async () => {
    const chapters = [
      { ...chapter, img: "https://example.org/a.png", url: "", toc: false },
      { startTime: 62.5, endTime: 90, location: { name: "Quay", geo: "geo:1,2" } },
    ];
    expect(await inspect({ version: "1.2.0", title: "Talk", chapters })).toMatchObject({
      ok: true,
      value: { mediaType: "application/json+chapters" },
    });
  });

  test("without chapters is JSON, such as a transcript", async () => {
    const transcript = { version: "1.0.0", segments: [{ startTime: 0.5, endTime: 0.75, body: "I" }] };
    expect(await inspect(transcript)).toMatchObject({ ok: true, value: { mediaType: "application/json" } });
  });

  test.each([
    [{ chapters: [chapter] }, 'a fault at version; expected the version of the format, "1.2.0"'],
    [{ version: "1.2.0", chapters: {} }, "a fault at chapters; expected a list of chapters"],
    [{ version: "1.2.0", chapters: [] }, "a fault at chapters; expected a chapter"],
    [
      { version: "1.2.0", chapters: [chapter, { startTime: "1:15" }] },
      "a fault at chapters[1].startTime; expected a number of seconds",
    ],
    [
      { version: "1.2.0", chapters: [{ startTime: -1 }] },
      "a fault at chapters[0].startTime; expected 0 or more seconds",
    ],
    [
      { version: "1.2.0", chapters: [{ ...chapter, url: "pier.html" }] },
      "a fault at chapters[0].url; expected an https address",
    ],
    [{ version: "1.2.0", chapters: [{ ...chapter, toc: "no" }] }, "a fault at chapters[0].toc; expected true or false"],
    [
      { version: "1.2.0", chapters: [{ startTime: 9 }, { startTime: 3 }] },
      "a fault at chapters[1].startTime; expected chapters in the order of their starts",
    ],
    ["{'a': 1}", "\"{'a': 1}\"; expected application/json, which is JSON"],
  ])("%j is refused", async (value, fault) => {
    expect(await faultOf(value)).toBe(fault);
  });
});
