import { describe, expect, test } from "vitest";
import { atom, FAULTY_DOCUMENTS, opensearch, rss } from "./faulty-documents.ts";
import { FAULTY_LICENCES } from "./faulty-licences.ts";
import { findingsIn, imagineServed } from "./imagined-answer.ts";

const TYPES = [
  [/<rss[\s>]/, "application/rss+xml; charset=utf-8"],
  [/<OpenSearchDescription/, "application/opensearchdescription+xml; charset=utf-8"],
] as const;

function rulesBrokenBy(document: string, isCounted: (level: string) => boolean): readonly string[] {
  const [, type = "application/atom+xml; charset=utf-8"] = TYPES.find(([pattern]) => pattern.test(document)) ?? [];
  const visit = imagineServed("https://example.org/feed", Buffer.from(document), type);
  return [...new Set(findingsIn(visit).flatMap(({ id, level }) => (isCounted(level) ? [id] : [])))];
}

describe("a document without a fault", () => {
  test.each([
    ["RSS", rss()],
    ["Atom", atom()],
    ["an OpenSearch description", opensearch("")],
    [
      "licences and descriptions of people and topics",
      rss({
        inChannel: `<cc:license rdf:resource="https://creativecommons.org/licenses/by/4.0/"/>`,
        inItem: `<rsl:content url="https://example.org/1" server="https://example.org/l" encrypted="true"
lastmod="2026-03-01T08:00:00Z"><rsl:license><rsl:permits type="usage">search ai-input my:own</rsl:permits>
<rsl:prohibits type="usage">ai-train</rsl:prohibits><rsl:permits type="geo">DE EU</rsl:permits>
<rsl:payment type="use"><rsl:standard>https://example.org/s</rsl:standard><rsl:custom>/pay</rsl:custom>
<rsl:amount currency="EUR">0.015</rsl:amount></rsl:payment>
<rsl:reporting type="audit" profile="https://example.org/p"/><rsl:legal type="warranty">ownership authority</rsl:legal>
<rsl:legal type="contact">mailto:ada@example.org</rsl:legal><my:note>a</my:note></rsl:license>
<rsl:terms>/terms</rsl:terms><rsl:alternate type="text/markdown">/1.md</rsl:alternate>
<rsl:copyright type="organization" contactEmail="ada@example.org">Harbour</rsl:copyright></rsl:content>
<cc:license><cc:License rdf:about="https://example.org/l"><cc:permits rdf:resource="http://web.resource.org/cc/Distribution"/>
</cc:License></cc:license><foaf:maker><foaf:Person><foaf:name>Ada</foaf:name><foaf:mbox rdf:resource="mailto:ada@example.org"/>
<foaf:homepage rdf:resource="https://example.org/ada"/></foaf:Person></foaf:maker>
<taxo:topics><rdf:Bag><rdf:li rdf:resource="https://example.org/ports"/></rdf:Bag></taxo:topics>`,
      }),
    ],
  ])("%s breaks no rule", (_, document) => {
    expect(rulesBrokenBy(document, (level) => level !== "note")).toEqual([]);
  });
});

describe("a document with one fault", () => {
  test.each([...FAULTY_DOCUMENTS, ...FAULTY_LICENCES].map((each) => [each.id, each.what, each] as const))(
    "%s: %s",
    (id, _, faulty) => {
      expect(rulesBrokenBy(faulty.document, () => true)).toContain(id);
      const others = rulesBrokenBy(faulty.document, (level) => level !== "note").filter((each) => each !== id);
      expect(others.sort()).toEqual([...(faulty.also ?? [])].sort());
    },
  );
});
