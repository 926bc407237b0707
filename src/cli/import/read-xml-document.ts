import { readAtomEntry } from "../../import/feeds/atom-entry.ts";
import type { FeedHead } from "../../import/feeds/feed-head.ts";
import { openFeedParts } from "../../import/feeds/feed-xml.ts";
import type { ReadEntry } from "../../import/feeds/imported-entry.ts";
import { readRssItem } from "../../import/feeds/rss-item.ts";
import { leftOutEntry } from "../../import/feeds/state/entry-state.ts";
import { isLeftOut, readWxrFact, readWxrItem, type WxrFacts } from "../../import/feeds/wxr-item.ts";
import { readHeadPart } from "../../import/feeds/xml-head.ts";
import { err, ok, type Result } from "../../syntax/result.ts";
import type { XmlPart } from "../../syntax/xml/xml-parts.ts";
import type { XmlFault } from "../../syntax/xml/xml-reader.ts";
import { bytesOf, type DocumentFault, type DocumentFile, type Progress } from "./document-file.ts";
import type { DocumentKind } from "./document-kind.ts";

/**
 * The entries of RSS, RDF, Atom or a WordPress export, one after the other. A WordPress export is read twice: posts
 * name their pictures by number, and the pictures may come after the posts.
 */
export async function* readXmlDocument(
  document: DocumentFile,
  { encoding, isWordPress }: DocumentKind & { kind: "xml" },
  head: FeedHead,
  progress: Progress,
): AsyncGenerator<Result<ReadEntry, DocumentFault>> {
  head.address = document.address;
  const facts: WxrFacts = { authors: new Map(), pictures: new Map() };
  if (isWordPress)
    for await (const part of partsOf(document, encoding, () => {})) {
      if (!part.ok) return yield part;
      const { element: node } = part.value;
      readWxrFact(node, facts);
      if (node.name !== "item") readHeadPart(head, node);
    }
  for await (const part of partsOf(document, encoding, progress)) {
    if (!part.ok) return yield part;
    const { element: node, line, fault } = part.value;
    const place = `line ${line}`;
    const isEntry = node.name === "item" || node.name === "atom:entry";
    if (!isEntry) {
      if (!isWordPress) readHeadPart(head, node);
      continue;
    }
    const leftOut = isWordPress ? isLeftOut(node) : undefined;
    const notArticle = isWordPress ? undefined : leftOutEntry(node, head.site);
    if (leftOut !== undefined) yield ok({ kind: "left out", what: leftOut });
    else if (notArticle) yield ok(notArticle);
    else if (fault !== undefined) yield ok({ kind: "fault", place, message: fault });
    else if (isWordPress) yield ok({ kind: "entry", place, entry: readWxrItem(node, head, facts) });
    else if (node.name === "item") yield ok({ kind: "entry", place, entry: readRssItem(node, head) });
    else yield ok({ kind: "entry", place, entry: readAtomEntry(node, head) });
  }
}

/** The parts of a document, as they are read. A fault ends them. */
async function* partsOf(
  document: DocumentFile,
  encoding: string,
  progress: Progress,
): AsyncGenerator<Result<XmlPart, DocumentFault>> {
  const decoder = decoderOf(encoding);
  if (decoder === undefined) return yield err({ message: `unknown encoding "${encoding}"; expected a file in UTF-8` });
  const parts = openFeedParts(document.address);
  for await (const bytes of bytesOf(document, progress)) {
    const read = parts.write(decoder.decode(bytes, { stream: true }));
    yield* partsIn(read);
    if (!read.ok) return;
  }
  const last = parts.write(decoder.decode());
  yield* partsIn(last);
  if (!last.ok) return;
  if (parts.root === undefined) return yield err({ message: "the document has no elements; expected a feed" });
  yield* partsIn(parts.end());
}

function partsIn(read: Result<readonly XmlPart[], XmlFault>): readonly Result<XmlPart, DocumentFault>[] {
  return read.ok ? read.value.map(ok) : [err({ message: `line ${read.error.line}: ${read.error.message}` })];
}

/** Returns undefined if the runtime does not know the encoding. */
function decoderOf(encoding: string): TextDecoder | undefined {
  try {
    return new TextDecoder(encoding);
  } catch {
    return undefined;
  }
}
