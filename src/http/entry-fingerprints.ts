import { createHash } from "node:crypto";
import type { Article } from "../model/article.ts";
import type { Document } from "../model/feed.ts";
import type { FeedFormat } from "../render/formats.ts";

/**
 * What an entity tag remembers of each entry, so that a reader who comes back with it can be sent the difference with no state kept here
 * (RFC 3229): four characters for which entry it is, four for what it says. 24 bits each: among a hundred entries, a change goes
 * unnoticed once in 10⁷ edits.
 */
const PART = 4;
const LENGTH = 2 * PART;

/** Deltas are of the document that is subscribed to, in the forms that readers offer them for. */
export function hasDeltas(document: Document, form: FeedFormat): boolean {
  return form !== "json" && document.kind === "current";
}

export function fingerprint(article: Article): string {
  return digest(article.id) + digest(JSON.stringify(article));
}

/** The first half of an entry's fingerprint. */
export function identity(id: string): string {
  return digest(id);
}

/** What an entity tag of ours says of its entries: fingerprints by identity. Nothing for a tag that says none. */
export function readFingerprints(etag: string): ReadonlyMap<string, string> | undefined {
  const [, list = ""] = /^"[\w-]{22}\.((?:[\w-]{8})*)"$/.exec(etag.replace(/^W\//, "")) ?? [];
  if (list === "") return undefined;
  const each = Array.from({ length: list.length / LENGTH }, (_, index) =>
    list.slice(index * LENGTH, (index + 1) * LENGTH),
  );
  return new Map(each.map((print) => [print.slice(0, PART), print]));
}

function digest(text: string): string {
  return createHash("sha256").update(text).digest("base64url").slice(0, PART);
}
