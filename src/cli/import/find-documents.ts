import { resolve } from "node:path";
import { type TypedAddress, typedAddress } from "../../doctor/net/typed-address.ts";
import { err, ok, type Result } from "../../syntax/result.ts";
import { type DocumentFault, type DocumentFile, sizeOfFile } from "./document-file.ts";
import { type DocumentKind, documentKind } from "./document-kind.ts";
import { feedOfPage } from "./feed-of-page.ts";
import { type FetchSetting, fetchDocument } from "./fetch-document.ts";

/** A feed or an export. `isOfPage`: the user named a page, and this is its feed. */
export type FoundDocument = {
  readonly document: DocumentFile;
  readonly kind: Exclude<DocumentKind, { kind: "page" }>;
  readonly isOfPage?: boolean;
};

export function isWebAddress(source: string): boolean {
  return /^https?:\/\//i.test(source);
}

/**
 * If a file has this name, the file is meant. Otherwise a word that looks like an address is one, with or without a
 * scheme.
 */
export function addressOf(source: string, workingFolder: string): TypedAddress {
  if (isWebAddress(source) || sizeOfFile(resolve(workingFolder, source)) !== undefined) return { address: source };
  return typedAddress(source) ?? { address: source };
}

/**
 * Finds the document of a file or an address. If the address is that of a page, it is the feed of that page.
 */
export async function findDocument(
  source: string,
  { workingFolder, temporary, ...setting }: FetchSetting & { workingFolder: string; temporary: string },
): Promise<Result<FoundDocument, DocumentFault>> {
  if (!isWebAddress(source)) {
    const path = resolve(workingFolder, source);
    const size = sizeOfFile(path);
    if (size === undefined) return err({ message: "there is no such file" });
    return notAPage({ name: source, path, size });
  }
  const fetched = await fetchDocument(source, temporary, setting);
  if (!fetched.ok) return fetched;
  const document = fetched.value;
  const kind = documentKind(document);
  if (!kind.ok) return kind;
  if (kind.value.kind !== "page") return ok({ document, kind: kind.value });
  const feed = await feedOfPage(document, (address) => fetchDocument(address, temporary, setting));
  if (!feed.ok) return feed;
  const found = notAPage(feed.value);
  return found.ok ? ok({ ...found.value, isOfPage: true }) : found;
}

function notAPage(document: DocumentFile): Result<FoundDocument, DocumentFault> {
  const kind = documentKind(document);
  if (!kind.ok) return kind;
  if (kind.value.kind !== "page") return ok({ document, kind: kind.value });
  return err({ message: `${document.name} is a web page; expected a feed or an export` });
}
