/** Text constructs (RFC 4287 section 3.1) and content (section 4.1.3), whose type decides what may stand in them. */
import { elementsOf, ownText, type XmlElement } from "../../../syntax/xml/xml-element.ts";
import { type ElementRule, OPEN, once } from "../element-rule.ts";
import { type Fault, fault, type Place, quote, type ValueType } from "../grammar-fault.ts";
import type { GrammarRuleId } from "../rule-ids.ts";
import { iriReference } from "../values/addresses.ts";
import { damage, htmlIn } from "../values/plain-text.ts";
import { anyText, base64, isMediaType } from "../values/words.ts";
import { isHtmlElement } from "./html-elements.ts";

const XHTML = "http://www.w3.org/1999/xhtml";

/** Elements of feeds have no business in XHTML. SVG's metadata may contain anything. */
function strangerInXhtml(name: string | undefined, parent: Place): GrammarRuleId | undefined {
  if (name === undefined || /^(?:xhtml|svg|mathml|rdf|rdfs|xlink|cc|dc):/.test(name)) return undefined;
  if (!name.includes(":")) return "grammar.no-namespace";
  return parent.name === "svg:metadata" ? undefined : "grammar.unknown-element";
}

const XHTML_CONTENT: ElementRule = {
  ...OPEN,
  stranger: strangerInXhtml,
  isInherited: true,
  check: ({ element: { name, namespace } }) =>
    namespace === XHTML && !isHtmlElement(name) ? [fault("content.xhtml", "is no element of HTML")] : [],
};

/** Not through a list: an element may have many children, and each of them asks. */
const firstIn = ({ children }: XmlElement) => children.find((child) => typeof child !== "string");

/** One `xhtml:div` that contains the text, and nothing beside it. */
const XHTML_TYPE: ElementRule = {
  children: { "xhtml:div": once(XHTML_CONTENT) },
  text: anyText,
  check: ({ element }) => {
    const [first] = elementsOf(element);
    const isDiv = first?.name === "div" && first.namespace === XHTML;
    if (isDiv && ownText(element).trim() === "") return [];
    return [fault("atom.xhtml-div", isDiv ? "has text beside its <div>" : "has no <div> of XHTML around its text")];
  },
  stranger: (name, parent) => (firstIn(parent.element)?.name === "div" ? strangerInXhtml(name, parent) : undefined),
};

/** Plain text may show the signs of damage. In HTML, references are no fault. */
const plain: ValueType = (value) => {
  const markup = damage(value) ?? htmlIn(value);
  return markup?.rule === "text.tags" ? { ...markup, rule: "atom.undeclared-html" } : markup;
};
const html: ValueType = (value) => damage(value);

function typeFault(type: string): Fault {
  return fault("atom.type", `has the type ${quote(type)}`);
}

/** `mode="escaped"` is of Atom 0.3. What says so and has elements is not escaped. */
function modeFaults({ element }: Place): readonly Fault[] {
  return element.attributes.mode === "escaped" && elementsOf(element).length > 0
    ? [fault("atom.escaped", "says that it is escaped, and contains elements")]
    : [];
}

const ATTRIBUTES = { type: anyText };

function withFault(rule: ElementRule, found: Fault): ElementRule {
  return { ...rule, check: (place) => [found, ...(rule.check?.(place) ?? []), ...modeFaults(place)] };
}

const TEXT: ElementRule = { text: plain, attributes: ATTRIBUTES, check: modeFaults };
const HTML: ElementRule = { text: html, attributes: ATTRIBUTES, check: modeFaults };
const MARKUP: ElementRule = { ...XHTML_TYPE, attributes: ATTRIBUTES };

/** For `title`, `subtitle`, `summary` and `rights`. */
export function textConstruct({ attributes: { type = "text" } }: XmlElement): ElementRule {
  if (type === "xhtml") return MARKUP;
  if (type === "html") return HTML;
  if (type === "text") return TEXT;
  return withFault(/[/+]xml$/i.test(type) ? { ...OPEN, text: anyText } : { ...HTML }, typeFault(type));
}

const isXml = (type: string) => /[/+]xml$/i.test(type);
const isComposite = (type: string) => /^(?:multipart|message)\//i.test(type);

/** Section 4.1.3.3. */
export function content(element: XmlElement): ElementRule {
  const { type = "text", src } = element.attributes;
  const attributes = { ...ATTRIBUTES, src: iriReference };
  if (src !== undefined) {
    // Section 4.1.3.2: the element is empty, and its type is a media type.
    const isRight = element.attributes.type === undefined || (isMediaType(type) && !isComposite(type));
    const empty: ElementRule = {
      attributes,
      check: modeFaults,
      children: {},
      stranger: () => "grammar.unknown-element",
    };
    return isRight ? empty : withFault(empty, typeFault(type));
  }
  if (type === "xhtml" || type === "html" || type === "text") return { ...textConstruct(element), attributes };
  if (!isMediaType(type) || isComposite(type)) {
    const body: ElementRule = { text: anyText, attributes, ...(type === "xml" && OPEN) };
    return withFault(body, typeFault(type));
  }
  const mediaType = type.split(";")[0]?.trim() ?? "";
  if (isXml(mediaType)) return { ...OPEN, text: anyText, attributes };
  if (/^text\//i.test(mediaType))
    return { text: /^text\/html$/i.test(mediaType) ? html : plain, attributes, check: modeFaults };
  return { text: base64, attributes, check: modeFaults };
}

/** Whether an entry needs a summary beside this content (section 4.1.2): it is elsewhere, or in Base64. */
export function needsSummary({ attributes: { type = "text", src } }: XmlElement): boolean {
  if (src !== undefined) return true;
  const mediaType = type.split(";")[0]?.trim() ?? "";
  return mediaType.includes("/") && !/^text\//i.test(mediaType) && !isXml(mediaType);
}
