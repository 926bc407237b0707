import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { pageFacts } from "../../doctor/facts/page-facts.ts";
import { DocumentDecoder } from "../../syntax/encoding/document-decoder.ts";
import { err, ok, type Result } from "../../syntax/result.ts";
import { type DocumentFault, type DocumentFile, sizeOfFile } from "./document-file.ts";
import { type DocumentKind, documentKind } from "./document-kind.ts";
import { type FetchLimits, fetchDocument } from "./fetch-document.ts";

export type FoundDocument = { readonly document: DocumentFile; readonly kind: Exclude<DocumentKind, { kind: "page" }> };

export function isWebAddress(source: string): boolean {
  return /^https?:\/\//i.test(source);
}

/**
 * Finds the document of a file or an address. If the address is that of a page, it is the first feed that the page
 * names.
 */
export async function findDocument(
  source: string,
  { workingFolder, temporary, ...limits }: FetchLimits & { workingFolder: string; temporary: string },
): Promise<Result<FoundDocument, DocumentFault>> {
  if (!isWebAddress(source)) {
    const path = resolve(workingFolder, source);
    const size = sizeOfFile(path);
    if (size === undefined) return err({ message: "there is no such file" });
    return notAPage({ name: source, path, size });
  }
  const fetched = await fetchDocument(source, temporary, limits);
  if (!fetched.ok) return fetched;
  const document = fetched.value;
  const kind = documentKind(document);
  if (!kind.ok) return kind;
  if (kind.value.kind !== "page") return ok({ document, kind: kind.value });
  const page = new DocumentDecoder(kind.value.encoding).decode(readFileSync(document.path)).text;
  const [feed] = pageFacts(page, document.address ?? source).feedLinks;
  if (!feed || !isWebAddress(feed.href))
    return err({ message: "a page that names no feed; give the feed's own address" });
  const feedDocument = await fetchDocument(feed.href, temporary, limits);
  return feedDocument.ok ? notAPage(feedDocument.value) : feedDocument;
}

function notAPage(document: DocumentFile): Result<FoundDocument, DocumentFault> {
  const kind = documentKind(document);
  if (!kind.ok) return kind;
  if (kind.value.kind !== "page") return ok({ document, kind: kind.value });
  return err({ message: `${document.name} is a web page; expected a feed or an export` });
}
