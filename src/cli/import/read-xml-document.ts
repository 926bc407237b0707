import { readAtomEntry } from "../../import/feeds/atom-entry.ts";
import type { FeedHead } from "../../import/feeds/feed-head.ts";
import { openFeedParts } from "../../import/feeds/feed-xml.ts";
import type { ReadEntry } from "../../import/feeds/imported-entry.ts";
import { readRssItem } from "../../import/feeds/rss-item.ts";
import { isLeftOut, readWxrFact, readWxrItem, type WxrFacts } from "../../import/feeds/wxr-item.ts";
import { readHeadPart } from "../../import/feeds/xml-head.ts";
import type { Result } from "../../syntax/result.ts";
import type { XmlPart } from "../../syntax/xml/xml-parts.ts";
import type { XmlFault } from "../../syntax/xml/xml-reader.ts";
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
    for await (const { element: node } of partsOf(document, encoding, () => {})) {
      readWxrFact(node, facts);
      if (node.name !== "item") readHeadPart(head, node);
    }
  for await (const { element: node, line, fault } of partsOf(document, encoding, progress)) {
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
  const parts = openFeedParts(document.address);
  for await (const bytes of bytesOf(document, progress))
    yield* partsIn(parts.write(decoder.decode(bytes, { stream: true })));
  yield* partsIn(parts.write(decoder.decode()));
  if (parts.root === undefined) throw new DocumentFault("no element at all; expected a feed");
  yield* partsIn(parts.end());
}

function partsIn(read: Result<readonly XmlPart[], XmlFault>): readonly XmlPart[] {
  if (read.ok) return read.value;
  throw new DocumentFault(`line ${read.error.line}: ${read.error.message}`);
}

function decoderOf(encoding: string): TextDecoder {
  try {
    return new TextDecoder(encoding);
  } catch {
    throw new DocumentFault(`the encoding "${encoding}", which is not known; expected a file in UTF-8`);
  }
}
