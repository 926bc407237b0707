import { describe, expect, it } from "vitest";
import { compileSubmission } from "../../../../src/compile/submission/compile-submission.ts";
import { parseSubmission } from "../../../../src/compile/submission/parse-submission.ts";
import { articleText, compile, messages } from "../compile.ts";
import { SETTING, submissionOf } from "../submission/submit.ts";

const file = (name: string, mediaType: string, length: number, size: object = {}) => ({
  name,
  ok: true as const,
  value: { name, hash: "0a1b2c3d4e5f6071", mediaType, length, ...size },
});
const LARGE = file("tide.png", "image/png", 14_200_000, { width: 6000, height: 4000 });
const TOLD =
  "found a picture of 14.2 MB (6000 × 4000 pixels); expected at most 2 MB and 4000 pixels a side: it is sent to readers as it is, and phones load it slowly";
const media = [LARGE, file("film.mp4", "video/mp4", 90_000_000), file("map.png", "image/png", 2_000_000)];
const warningsOf = (fields: string, body: string) =>
  messages(compile({ quay: articleText(fields, body) }, { media })).warnings.filter(
    (each) => !each.includes("nothing"),
  );

describe("a picture of more than 2 MB or 4,000 pixels", () => {
  it("is warned of once, with its size, wherever it is used", () => {
    const lead = "image: { src: tide.png, alt: Tide }\n";
    expect(warningsOf(lead, "A.")).toEqual([`content/media/tide.png: ${TOLD}`]);
    expect(warningsOf(lead, "![Tide](tide.png)")).toEqual([`content/media/tide.png: ${TOLD}`]);
    expect(warningsOf("", "![Tide](tide.png)")).toEqual([`content/media/tide.png: ${TOLD}`]);
  });

  it("is warned of only if it is used, and films and smaller pictures never are", () => {
    expect(warningsOf("attachments: [{ src: film.mp4 }]\n", "![Map](map.png)")).toEqual([]);
  });

  it("is warned of if one of its sides is too long, and says what it costs if it has variants", () => {
    const tall = file("tall.jpg", "image/jpeg", 90_000, { width: 800, height: 4001 });
    const drawing = file("map.svg", "image/svg+xml", 900, { width: 9000, height: 9000 });
    const compiled = compile({ quay: articleText("", "![A](tall.jpg) ![B](map.svg)") }, { media: [tall, drawing] });
    expect(messages(compiled).warnings).toEqual([
      expect.stringMatching(/tall\.jpg: found a picture of 90 kB \(800 × 4001 pixels\); .*slows down every build/),
    ]);
  });

  it("is warned of in a newsroom too", () => {
    const body = { title: "Quay", body: '<p><img src="tide.png" alt="Tide"></p>' };
    const setting = { ...SETTING, media: (name: string) => (name === "tide.png" ? LARGE.value : undefined) };
    const compiled = compileSubmission(parseSubmission(submissionOf(body)), setting);
    expect(compiled.ok && compiled.value.warnings).toEqual([
      { pointer: "", found: expect.stringContaining("tide.png, a picture of 14.2 MB"), expected: expect.anything() },
    ]);
  });
});
