import { describe, expect, test } from "vitest";
import { readDocument } from "../../../src/doctor/facts/read-document.ts";
import { findingsIn, imagineServed } from "./grammar/imagined-answer.ts";

type Item = { readonly about?: string; readonly more?: string };

function rss1(items: readonly Item[]): string {
  return `<?xml version="1.0" encoding="utf-8"?>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/">
<channel rdf:about="https://example.org/rss"><title>Harbour</title><link>https://example.org/</link>
<description>News</description><dc:date>2026-03-02T08:00:00Z</dc:date>
<items><rdf:Seq>${items.map(({ about }) => `<rdf:li rdf:resource="${about}"/>`).join("")}</rdf:Seq></items></channel>
${items
  .map(
    ({ about = "https://example.org/x", more = "<dc:date>2026-03-01T08:00:00Z</dc:date>" }) =>
      `<item rdf:about="${about}"><dc:title>Other</dc:title><title>Ferry</title><link>https://example.org/1</link>${more}</item>`,
  )
  .join("\n")}</rdf:RDF>`;
}

function idsOf(document: string): readonly string[] {
  const visit = imagineServed("https://example.org/rss", Buffer.from(document), "application/rdf+xml; charset=utf-8");
  return findingsIn(visit).flatMap(({ id, level }) => (level === "note" ? [] : [id]));
}

const DATE = "<dc:date>2026-03-01T08:00:00Z</dc:date>";

describe("the entries of RSS 1.0", () => {
  test("are read with their own identity", () => {
    const reading = readDocument(
      rss1([{ about: "https://example.org/1", more: `${DATE}<content:encoded>&lt;p>All&lt;/p></content:encoded>` }]),
      "https://example.org/rss",
    );
    expect(reading.kind === "feed" && reading.feed).toMatchObject({
      form: "rdf",
      title: "Harbour",
      updated: { text: "2026-03-02T08:00:00Z" },
      links: [{ href: "https://example.org/", rel: ["alternate"] }],
      entries: [
        {
          id: "https://example.org/1",
          link: "https://example.org/1",
          title: "Ferry",
          html: "<p>All</p>",
          published: { text: "2026-03-01T08:00:00Z" },
        },
      ],
    });
  });

  test("are compared with each other: two of one identity are one finding", () => {
    const twice = [{ about: "https://example.org/1" }, { about: "https://example.org/1" }];
    expect(idsOf(rss1(twice))).toEqual(["format.current", "entries.unique-ids"]);
    expect(idsOf(rss1([{ about: "https://example.org/1" }, { about: "https://example.org/2" }]))).toEqual([
      "format.current",
    ]);
  });

  test("may not have the identity of the channel", () => {
    expect(idsOf(rss1([{ about: "https://example.org/rss" }]))).toContain("value.repeated");
  });

  test.each([
    ["dates.present", ""],
    ["dates.not-future", "<dc:date>2036-03-01T08:00:00Z</dc:date>"],
    ["dates.feed-behind", "<dc:date>2026-03-09T08:00:00Z</dc:date>"],
    ["content.absolute", `${DATE}<content:encoded>&lt;img src="/a.jpg"></content:encoded>`],
  ])("have the findings of other entries: %s", (id, more) => {
    expect(idsOf(rss1([{ about: "https://example.org/1", more }]))).toContain(id);
  });

  test("of RSS 1.1 stand in the list of the channel, and those of RSS 0.90 go by their link", () => {
    const rss11 = `<Channel xmlns="http://purl.org/net/rss1.1#" xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" rdf:about="https://example.org/rss"><title>Harbour</title>
<items rdf:parseType="Collection"><item rdf:about="https://example.org/1"><title>Ferry</title><link>https://example.org/1</link></item></items></Channel>`;
    const rss090 = `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://my.netscape.com/rdf/simple/0.9/"><channel><title>Harbour</title></channel>
<item><title>Ferry</title><link>https://example.org/1</link></item></rdf:RDF>`;
    for (const document of [rss11, rss090])
      expect(readDocument(document, "https://example.org/rss")).toMatchObject({
        feed: { title: "Harbour", entries: [{ id: "https://example.org/1", title: "Ferry" }] },
      });
  });
});
