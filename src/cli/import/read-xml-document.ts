import { readAtomEntry } from "../../import/feeds/atom-entry.ts";
import type { FeedHead } from "../../import/feeds/feed-head.ts";
import { openFeedParts } from "../../import/feeds/feed-xml.ts";
import type { ReadEntry } from "../../import/feeds/imported-entry.ts";
import { noteInHead, notesOfRepairs, withNotes } from "../../import/feeds/repair-notes.ts";
import { readRssItem } from "../../import/feeds/rss-item.ts";
import { leftOutEntry } from "../../import/feeds/state/entry-state.ts";
import { isLeftOut, readWxrFact, readWxrItem, type WxrFacts } from "../../import/feeds/wxr-item.ts";
import { readHeadPart } from "../../import/feeds/xml-head.ts";
import type { DetectedEncoding } from "../../syntax/encoding/detect-encoding.ts";
import { err, ok, type Result } from "../../syntax/result.ts";
import type { XmlPart } from "../../syntax/xml/xml-parts.ts";
import type { XmlFault } from "../../syntax/xml/xml-reader.ts";
import type { DocumentFault, DocumentFile, Progress } from "./document-file.ts";
import type { DocumentKind } from "./document-kind.ts";
import { textOf } from "./document-text.ts";

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
    for await (const part of partsOf(document, encoding, { progress: () => {} })) {
      // The second reading reports it, behind the entries before it.
      if (!part.ok) break;
      const { element: node } = part.value;
      readWxrFact(node, facts);
      if (node.name !== "item") readHeadPart(head, node);
    }
  for await (const part of partsOf(document, encoding, { progress, head })) {
    if (!part.ok) return yield part;
    const { element: node, line, fault, repairs } = part.value;
    const notes = notesOfRepairs(repairs);
    const place = `line ${line}`;
    const isEntry = node.name === "item" || node.name === "atom:entry";
    if (!isEntry) {
      if (!isWordPress) readHeadPart(head, node);
      noteInHead(head, notes);
      continue;
    }
    const leftOut = isWordPress ? isLeftOut(node) : undefined;
    const notArticle = isWordPress ? undefined : leftOutEntry(node, head.site);
    if (leftOut !== undefined) yield ok({ kind: "left out", what: leftOut });
    else if (notArticle) yield ok(notArticle);
    else if (fault !== undefined) yield ok({ kind: "fault", place, message: fault });
    else if (isWordPress) yield ok(withNotes({ kind: "entry", place, entry: readWxrItem(node, head, facts) }, notes));
    else if (node.name === "item") yield ok(withNotes({ kind: "entry", place, entry: readRssItem(node, head) }, notes));
    else yield ok(withNotes({ kind: "entry", place, entry: readAtomEntry(node, head) }, notes));
  }
}

/**
 * The parts of a document, as they are read. A fault ends them. `head` gets the repairs that are outside of all parts,
 * and what was guessed about the encoding.
 */
async function* partsOf(
  document: DocumentFile,
  encoding: DetectedEncoding,
  { progress, head }: { readonly progress: Progress; readonly head?: FeedHead },
): AsyncGenerator<Result<XmlPart, DocumentFault>> {
  if (head && encoding.note) noteInHead(head, [encoding.note]);
  const parts = openFeedParts(document.address);
  for await (const { text, strays } of textOf(document, encoding, progress)) {
    const read = parts.write(text, strays);
    yield* partsIn(read);
    if (!read.ok) return;
  }
  const last = parts.end();
  if (head) noteInHead(head, notesOfRepairs(parts.takeRepairs()));
  if (parts.root === undefined) return yield err({ message: "the document has no elements; expected a feed" });
  yield* partsIn(last);
}

function partsIn(read: Result<readonly XmlPart[], XmlFault>): readonly Result<XmlPart, DocumentFault>[] {
  return read.ok ? read.value.map(ok) : [err({ message: `line ${read.error.line}: ${read.error.message}` })];
}
