import { readAtomEntry } from "../../import/feeds/atom-entry.ts";
import type { FeedHead } from "../../import/feeds/feed-head.ts";
import type { ReadEntry } from "../../import/feeds/imported-entry.ts";
import { type XmlPart, XmlStream, XmlStreamFault } from "../../import/feeds/read-xml-stream.ts";
import { readRssItem } from "../../import/feeds/rss-item.ts";
import { isLeftOut, readWxrFact, readWxrItem, type WxrFacts } from "../../import/feeds/wxr-item.ts";
import { readHeadPart } from "../../import/feeds/xml-head.ts";
import { bytesOf, DocumentFault, type DocumentFile, type Progress } from "./document-file.ts";
import type { DocumentKind } from "./document-kind.ts";

/**
 * The entries of RSS, RDF, Atom or a WordPress export, one after the other. An export is read twice, since the pictures that posts name by
 * number may stand behind them.
 */
export async function* readXmlDocument(
  document: DocumentFile,
  { encoding, isWordPress }: DocumentKind & { kind: "xml" },
  head: FeedHead,
  progress: Progress,
): AsyncGenerator<ReadEntry> {
  const facts: WxrFacts = { authors: new Map(), pictures: new Map() };
  if (isWordPress)
    for await (const { node } of partsOf(document, encoding, () => {})) {
      readWxrFact(node, facts);
      if (node.name !== "item") readHeadPart(head, node);
    }
  for await (const { node, line, fault } of partsOf(document, encoding, progress)) {
    const place = `line ${line}`;
    const isEntry = node.name === "item" || node.name === "atom:entry";
    if (!isEntry) {
      if (!isWordPress) readHeadPart(head, node);
      continue;
    }
    const leftOut = isWordPress ? isLeftOut(node) : undefined;
    if (leftOut !== undefined) yield { kind: "left out", what: leftOut };
    else if (fault !== undefined) yield { kind: "fault", place, message: fault };
    else if (isWordPress) yield { kind: "entry", place, entry: readWxrItem(node, head, facts) };
    else if (node.name === "item") yield { kind: "entry", place, entry: readRssItem(node, head) };
    else yield { kind: "entry", place, entry: readAtomEntry(node, head) };
  }
}

async function* partsOf(document: DocumentFile, encoding: string, progress: Progress): AsyncGenerator<XmlPart> {
  const decoder = decoderOf(encoding);
  const stream = new XmlStream(document.address);
  try {
    for await (const bytes of bytesOf(document, progress)) yield* stream.write(decoder.decode(bytes, { stream: true }));
    yield* stream.write(decoder.decode());
    yield* stream.end();
  } catch (error) {
    if (error instanceof XmlStreamFault) throw new DocumentFault(error.message);
    throw error;
  }
}

function decoderOf(encoding: string): TextDecoder {
  try {
    return new TextDecoder(encoding);
  } catch {
    throw new DocumentFault(`the encoding "${encoding}", which is not known; expected a file in UTF-8`);
  }
}
