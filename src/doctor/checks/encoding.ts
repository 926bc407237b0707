import type { Check } from "../finding.ts";
import { goodAnswer, type Visit } from "../visit.ts";

/** How the bytes of feeds, and of what was meant to be one, became text. */
function feedText(visit: Visit) {
  const { text, reading } = visit;
  return goodAnswer(visit) && (reading.kind === "feed" || reading.kind === "broken") ? text : undefined;
}

const isUtf8 = (encoding: string) => encoding === "utf-8" || encoding === "utf8";

export const ENCODING_CHECKS: readonly Check[] = [
  {
    id: "charset.valid",
    level: "error",
    summary: "The bytes are what the declared encoding allows.",
    why: "XML parsers stop at the first wrong byte; the others show � where letters were.",
    how: "Encode the whole document once, as UTF-8; look where text of another encoding is pasted in.",
    examine: (visit) => {
      const text = feedText(visit);
      return text && (text.isValid ? [] : [`the body is not valid ${text.declared ?? text.inDocument ?? "utf-8"}`]);
    },
  },
  {
    id: "charset.utf-8",
    level: "warning",
    summary: "The encoding is UTF-8.",
    why: "SmartNews takes nothing else, JSON allows nothing else, and small readers know nothing else.",
    how: "Send UTF-8, and say charset=utf-8.",
    examine: (visit) => {
      const text = feedText(visit);
      if (!text) return undefined;
      return [text.declared, text.inDocument].flatMap((name) => (name && !isUtf8(name) ? [`declared as ${name}`] : []));
    },
  },
  {
    id: "charset.agree",
    level: "error",
    summary: "The header and the XML declaration name the same encoding.",
    why: "The header wins by the specification (RFC 7303), the document in several readers: accents break in one half of them.",
    how: "Declare utf-8 in both places.",
    examine: (visit) => {
      const text = feedText(visit);
      if (text?.declared === undefined || text.inDocument === undefined) return undefined;
      const { declared, inDocument } = text;
      const isSame = declared === inDocument || (isUtf8(declared) && isUtf8(inDocument));
      return isSame ? [] : [`Content-Type says ${declared}, the document ${inDocument}`];
    },
  },
  {
    id: "charset.declared",
    level: "note",
    summary: "Content-Type names the charset.",
    why: "Programs that go by the header alone guess ISO-8859-1 or US-ASCII for text/xml.",
    how: "Add ; charset=utf-8 to Content-Type.",
    examine: (visit) => {
      const text = feedText(visit);
      return text && (text.declared === undefined ? ["Content-Type has no charset"] : []);
    },
  },
  {
    id: "charset.bom",
    level: "note",
    summary: "No byte order mark stands before the document.",
    why: "JSON parsers refuse it (RFC 8259 section 8.1), and simple XML readers take it for text before the declaration.",
    how: "Save templates without a BOM.",
    examine: (visit) => {
      const text = feedText(visit);
      return text && (text.hasBom ? ["the body begins with a byte order mark"] : []);
    },
  },
];
