import { atomTimes, readAtomEntry } from "../../import/feeds/atom-entry.ts";
import type { FeedHead } from "../../import/feeds/feed-head.ts";
import { openFeedParts } from "../../import/feeds/feed-xml.ts";
import type { ImportNote } from "../../import/feeds/import-note.ts";
import type { ReadEntry } from "../../import/feeds/imported-entry.ts";
import { noteInHead, notesOfRepairs, withNotes } from "../../import/feeds/repair-notes.ts";
import { readRssItem, rssTimes } from "../../import/feeds/rss-item.ts";
import { isPageEntry, leftOutEntry } from "../../import/feeds/state/entry-state.ts";
import { commentsOf, isPageItem, leftOutItem, readWxrItem, wxrTimes } from "../../import/feeds/wxr-item.ts";
import { readHeadPart } from "../../import/feeds/xml-head.ts";
import { learnTimes } from "../../import/times/entry-times.ts";
import { learnPost } from "../../import/times/wordpress-times.ts";
import { readWordPressFact } from "../../import/wordpress/facts/read-facts.ts";
import { noWordPressFacts } from "../../import/wordpress/facts/wordpress-facts.ts";
import { around } from "../../syntax/encoding/damaged-text.ts";
import type { DetectedEncoding } from "../../syntax/encoding/detect-encoding.ts";
import { err, ok, type Result } from "../../syntax/result.ts";
import type { XmlPart } from "../../syntax/xml/xml-parts.ts";
import type { XmlFault } from "../../syntax/xml/xml-reader.ts";
import type { DocumentFault, DocumentFile, Progress } from "./document-file.ts";
import type { DocumentKind } from "./document-kind.ts";
import { textOf } from "./document-text.ts";
import { withoutJunk } from "./leading-junk.ts";

/**
 * The entries of RSS, RDF, Atom or a WordPress export, one after the other. Every document is read twice. The times of
 * all entries tell the zone and the order of day and month in those that do not say it. The posts of a WordPress export
 * name their pictures, reusable blocks and authors, and those may come after the posts.
 */
export async function* readXmlDocument(
  document: DocumentFile,
  { encoding, isWordPress, junk }: DocumentKind & { kind: "xml" },
  head: FeedHead,
  progress: Progress,
): AsyncGenerator<Result<ReadEntry, DocumentFault>> {
  head.address = document.address;
  const facts = noWordPressFacts();
  if (isWordPress)
    for await (const part of partsOf(document, encoding, { junk, progress: () => {} })) {
      // The second reading reports it, behind the entries before it.
      if (!part.ok) break;
      const { element: node } = part.value;
      readWordPressFact(node, facts);
      if (node.name === "item") learnPost(wxrTimes(node), head.times);
      else readHeadPart(head, node);
    }
  else await learnFromFeed(document, encoding, { head, junk });
  for await (const part of partsOf(document, encoding, { junk, progress, head })) {
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
    const leftOut = isWordPress ? leftOutItem(node, head) : undefined;
    const notArticle = isWordPress ? undefined : leftOutEntry(node, head.site);
    if (isWordPress) for (const comment of commentsOf(node)) yield ok({ kind: "left out", ...comment });
    if (leftOut !== undefined) yield ok({ kind: "left out", ...leftOut });
    else if (notArticle) yield ok(notArticle);
    else if (fault !== undefined) yield ok({ kind: "fault", place, message: fault });
    else {
      const isPage = isWordPress ? isPageItem(node) : isPageEntry(node);
      const entry = isWordPress
        ? readWxrItem(node, head, facts)
        : node.name === "item"
          ? readRssItem(node, head)
          : readAtomEntry(node, head);
      yield ok(withNotes({ kind: "entry", place, entry, isPage }, notes));
    }
  }
}

/** A fault ends the first pass of a feed. The second one meets it again, behind the entries before it. */
async function learnFromFeed(
  document: DocumentFile,
  encoding: DetectedEncoding,
  { head: { times, site }, junk }: { readonly head: FeedHead; readonly junk: number },
): Promise<void> {
  const head: FeedHead = { site, older: [], times };
  for await (const part of partsOf(document, encoding, { junk, progress: () => {} })) {
    if (!part.ok) return;
    const { element: node } = part.value;
    const language = node.language ?? head.language;
    if (node.name === "item") learnTimes(rssTimes(node), times, language);
    else if (node.name === "atom:entry") learnTimes(atomTimes(node), times, language);
    else if (/^(?:channel|language|dc:language)$/.test(node.name)) readHeadPart(head, node);
  }
}

/**
 * The parts of a document, as they are read. A fault ends them. `head` gets the repairs that are outside of all parts,
 * and what was guessed about the encoding.
 */
async function* partsOf(
  document: DocumentFile,
  encoding: DetectedEncoding,
  { junk, progress, head }: { readonly junk: number; readonly progress: Progress; readonly head?: FeedHead },
): AsyncGenerator<Result<XmlPart, DocumentFault>> {
  if (head && encoding.note) noteInHead(head, [encoding.note]);
  const parts = openFeedParts(document.address);
  // The junk is in the first piece, from which the kind of the document was detected.
  let before = junk;
  for await (const { text, strays } of textOf(document, encoding, progress)) {
    if (before > 0 && head) noteInHead(head, [junkNote(text.slice(0, before))]);
    const read = parts.write(before > 0 ? withoutJunk(text, before) : text, strays);
    if (text !== "") before = 0;
    yield* partsIn(read);
    if (!read.ok) return;
  }
  const last = parts.end();
  if (head) noteInHead(head, notesOfRepairs(parts.takeRepairs()));
  if (parts.root === undefined) return yield err({ message: "the document has no elements; expected a feed" });
  yield* partsIn(last);
}

function junkNote(text: string): ImportNote {
  const message = "text before the document was left out";
  return { kind: "repaired", message, found: around(text.trim(), 0, 80) };
}

function partsIn(read: Result<readonly XmlPart[], XmlFault>): readonly Result<XmlPart, DocumentFault>[] {
  return read.ok ? read.value.map(ok) : [err({ message: `line ${read.error.line}: ${read.error.message}` })];
}
