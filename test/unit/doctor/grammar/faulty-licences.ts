import { type FaultyDocument, inChannel, inEntry, inItem } from "./faulty-documents.ts";

const LICENCE = "https://creativecommons.org/licenses/by/4.0/";

/** Terms of RSL for an item, with something in the licence. */
function terms(inLicense: string, more = "", attributes = ""): string {
  return `<rsl:content url="/1"${attributes}><rsl:license>${inLicense}</rsl:license>${more}</rsl:content>`;
}

/** Documents with one fault in RSL, Creative Commons, FOAF or the taxonomy module. */
export const FAULTY_LICENCES: readonly FaultyDocument[] = [
  inItem(
    "value.choice",
    "permits a use that RSL does not know",
    terms('<rsl:permits type="usage">copying</rsl:permits>'),
  ),
  inItem(
    "value.choice",
    "permits by a type that RSL does not know",
    terms('<rsl:permits type="use">all</rsl:permits>'),
  ),
  inItem("value.choice", "pays in kisses", terms('<rsl:payment type="kisses"/>')),
  inItem(
    "value.code",
    "pays in no currency",
    terms('<rsl:payment><rsl:amount currency="Euro">1</rsl:amount></rsl:payment>'),
  ),
  inItem("value.choice", "permits to no country", terms('<rsl:permits type="geo">UK</rsl:permits>')),
  inItem(
    "value.boolean",
    "is encrypted in capitals",
    terms("", "", ' server="https://example.org/l" encrypted="TRUE"'),
  ),
  inItem(
    "grammar.deprecated",
    "has commas, as RSL 0.9",
    terms('<rsl:permits type="usage">search,ai-train</rsl:permits>'),
  ),
  inItem("grammar.deprecated", "has words of RSL 0.9", terms('<rsl:prohibits type="usage">train-ai</rsl:prohibits>')),
  inItem(
    "grammar.duplicate-element",
    "permits twice by one type",
    terms('<rsl:permits type="usage">all</rsl:permits><rsl:permits type="usage">search</rsl:permits>'),
  ),
  inItem("grammar.unknown-element", "misspells permits", terms('<rsl:permit type="usage">all</rsl:permit>')),
  inItem("grammar.unknown-element", "has a licence of RSL outside of content", "<rsl:license/>"),
  inItem("grammar.missing-element", "has terms of RSL without a licence", '<rsl:content url="/1"/>'),
  inItem("grammar.missing-attribute", "has terms of RSL for no address", "<rsl:content><rsl:license/></rsl:content>"),
  inChannel(
    "value.email",
    "has a wrong address in RSL",
    terms("", '<rsl:copyright contactEmail="Ada">A</rsl:copyright>'),
  ),
  inItem("value.uri-absolute", "has a relative licence", '<cc:license rdf:resource="by/4.0"/>'),
  inItem("grammar.missing-attribute", "has a licence that says nothing", "<cc:license/>"),
  inItem(
    "grammar.unknown-element",
    "misspells a licence of Creative Commons",
    `<cc:licence rdf:resource="${LICENCE}"/>`,
  ),
  inItem(
    "value.choice",
    "permits what Creative Commons does not define",
    `<cc:License rdf:about="${LICENCE}"/><cc:permits rdf:resource="http://web.resource.org/cc/Copying"/>`,
  ),
  inItem(
    "grammar.twice-told",
    "has two forms of a licence",
    `<cc:license rdf:resource="${LICENCE}"/><creativeCommons:license>${LICENCE}</creativeCommons:license>`,
  ),
  inEntry(
    "grammar.unknown-element",
    "misspells a name in FOAF",
    "<foaf:maker><foaf:Person/><foaf:nam>A</foaf:nam></foaf:maker>",
  ),
  inItem("value.hash", "has a digest of a mailbox that is too short", "<foaf:mbox_sha1sum>12ab</foaf:mbox_sha1sum>"),
  inItem("value.email", "has a mailbox without mailto:", '<foaf:mbox rdf:resource="ada@example.org"/>'),
  inItem("grammar.missing-element", "has topics without a bag", "<taxo:topics/>"),
  inItem("value.uri-absolute", "has a relative topic", "<taxo:link>ports</taxo:link>"),
  inItem("grammar.unknown-element", "misspells topics", "<taxo:topicz/>"),
];
