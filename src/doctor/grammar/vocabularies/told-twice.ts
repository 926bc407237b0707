/** Elements that say the same. Readers take one of them, and not the same one. */
import { elementsOf } from "../../../syntax/xml/xml-element.ts";
import { type Fault, fault, type Place } from "../grammar-fault.ts";
import { knownName } from "../namespaces.ts";

const PAIRS: Readonly<Record<string, readonly string[]>> = {
  pubDate: ["dc:date", "atom:published"],
  lastBuildDate: ["dcterms:modified"],
  managingEditor: ["dc:creator"],
  author: ["dc:creator"],
  webMaster: ["dc:publisher"],
  language: ["dc:language"],
  copyright: ["dc:rights"],
  category: ["dc:subject"],
  generator: ["admin:generatorAgent"],
  guid: ["atom:id"],
  source: ["dc:source"],
  "creativeCommons:license": ["cc:license"],
};

export function toldTwice({ element }: Place): readonly Fault[] {
  const names = new Set(elementsOf(element).map(({ namespace, name }) => knownName(namespace, name)));
  return Object.entries(PAIRS).flatMap(([own, others]) =>
    names.has(own)
      ? others
          .filter((other) => names.has(other))
          .map((other) => fault("grammar.twice-told", `has <${own}> and <${other}>`))
      : [],
  );
}
