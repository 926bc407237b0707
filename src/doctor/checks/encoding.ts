import type { Check } from "../finding.ts";
import { goodAnswer, type Visit } from "../visit.ts";

/** The text of a feed, even of a broken one. */
function feedText(visit: Visit) {
  const { text, reading } = visit;
  return goodAnswer(visit) && ["feed", "document", "broken"].includes(reading.kind) ? text : undefined;
}

const isUtf8 = (encoding: string) => encoding === "utf-8" || encoding === "utf8";

export const ENCODING_CHECKS: readonly Check[] = [
  {
    id: "charset.valid",
    level: "error",
    summary: "All bytes are valid in the declared encoding.",
    why: "XML parsers stop at the first invalid byte. Other readers show � instead of letters.",
    how: "Encode the whole document once, as UTF-8, and look for text that was pasted in another encoding.",
    examine: (visit) => {
      const text = feedText(visit);
      return text && (text.fault === undefined ? [] : [text.fault]);
    },
  },
  {
    id: "charset.utf-8",
    level: "warning",
    summary: "The encoding is UTF-8.",
    why: "SmartNews accepts only UTF-8, JSON allows only UTF-8, and small readers support only UTF-8.",
    how: "Encode the feed as UTF-8, and declare charset=utf-8.",
    examine: (visit) => {
      const text = feedText(visit);
      if (!text) return undefined;
      return [text.declared, text.inDocument].flatMap((name) =>
        name && !isUtf8(name) ? [`the feed declares ${name}`] : [],
      );
    },
  },
  {
    id: "charset.agree",
    level: "error",
    summary: "The header, the XML declaration and the byte order mark name the same encoding.",
    why: "The header has priority by the standard (RFC 7303), but several readers prefer the document. Accented letters break in some of them.",
    how: "Declare utf-8 in both places.",
    examine: (visit) => {
      const text = feedText(visit);
      if (text?.inDocument === undefined) return undefined;
      const { declared, inDocument } = text;
      // A byte order mark says UTF-8 before anything else does.
      if (text.hasBom && !isUtf8(inDocument))
        return [`the body begins with the byte order mark of UTF-8, and the document declares ${inDocument}`];
      if (declared === undefined) return undefined;
      const isSame = declared === inDocument || (isUtf8(declared) && isUtf8(inDocument));
      return isSame ? [] : [`Content-Type declares ${declared}, and the document ${inDocument}`];
    },
  },
  {
    id: "charset.declared",
    level: "note",
    isOfExchange: true,
    summary: "Content-Type names the charset.",
    why: "Programs that use only the header assume ISO-8859-1 or US-ASCII for text/xml.",
    how: "Add ; charset=utf-8 to Content-Type.",
    examine: (visit) => {
      const text = feedText(visit);
      return text && (text.declared === undefined ? ["Content-Type has no charset"] : []);
    },
  },
  {
    id: "charset.bom",
    level: "note",
    summary: "The document does not begin with a byte order mark.",
    why: "JSON parsers reject it (RFC 8259 section 8.1), and simple XML readers find text before the declaration.",
    how: "Save templates without a byte order mark.",
    examine: (visit) => {
      const text = feedText(visit);
      return text && (text.hasBom ? ["the body begins with a byte order mark"] : []);
    },
  },
];
