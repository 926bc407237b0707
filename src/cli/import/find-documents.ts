import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { pageFacts } from "../../doctor/facts/page-facts.ts";
import { DocumentFault, type DocumentFile, sizeOfFile } from "./document-file.ts";
import { type DocumentKind, documentKind } from "./document-kind.ts";
import { type FetchLimits, fetchDocument } from "./fetch-document.ts";

export type FoundDocument = { readonly document: DocumentFile; readonly kind: Exclude<DocumentKind, { kind: "page" }> };

export function isWebAddress(source: string): boolean {
  return /^https?:\/\//i.test(source);
}

/** The document that was asked for; for the address of a page, the first feed that the page names. */
export async function findDocument(
  source: string,
  { workingFolder, temporary, ...limits }: FetchLimits & { workingFolder: string; temporary: string },
): Promise<FoundDocument> {
  if (!isWebAddress(source)) {
    const path = resolve(workingFolder, source);
    const size = sizeOfFile(path);
    if (size === undefined) throw new DocumentFault("there is no such file");
    return notAPage({ name: source, path, size });
  }
  const document = await fetchDocument(source, temporary, limits);
  const kind = documentKind(document);
  if (kind.kind !== "page") return { document, kind };
  const [feed] = pageFacts(readFileSync(document.path, "utf8"), document.address ?? source).feedLinks;
  if (!feed || !isWebAddress(feed.href))
    throw new DocumentFault("a page that names no feed; give the feed's own address");
  return notAPage(await fetchDocument(feed.href, temporary, limits));
}

function notAPage(document: DocumentFile): FoundDocument {
  const kind = documentKind(document);
  if (kind.kind !== "page") return { document, kind };
  throw new DocumentFault(`${document.name} is a web page; expected a feed or an export`);
}
