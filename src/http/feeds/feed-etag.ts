import { createHash } from "node:crypto";
import type { Article } from "../../model/article.ts";
import type { Document } from "../../model/feed.ts";
import type { FeedFormat } from "../../render/formats.ts";
import { opaqueTag, parseEntityTagList, weakTag } from "../../syntax/entity-tag.ts";

/**
 * The entity tag of a feed: `W/"<state>"` or `W/"<state>.<fingerprints>"`. The state is a digest of 22 characters. The
 * fingerprints tell for each entry which one the client has and what it says, so that the service can send the
 * difference without storing anything about the client (RFC 3229).
 */

/**
 * The first part of the tag if the store names the states of the document. It is known without rendering, so a 304
 * costs one read of that name.
 *
 * @param about names the document and the form that is requested
 * @param state the name that the store gives to the current state of the document
 */
export function stateTag(about: string, state: string): string {
  return createHash("sha256").update(`${about} ${state}`).digest("base64url").slice(0, 22);
}

const STATE = /^"([\w-]{22})(?:\.[\w-]*)?"$/;

/**
 * The tag in `If-None-Match` whose first part is `state`, in its weak form and with its fingerprints. Returns undefined
 * if the client does not have this state.
 */
export function heldTag(headers: Headers, state: string): string | undefined {
  const tags = parseEntityTagList(headers.get("if-none-match"));
  const held = tags === "*" ? undefined : tags.find((tag) => STATE.exec(opaqueTag(tag))?.[1] === state);
  return held && weakTag(held);
}

/**
 * A fingerprint has four characters for the id of the entry and four for its content, which are 24 bits each. In a feed
 * of a hundred entries, one in 10⁷ changes has the same fingerprint as before and is missed.
 */
const PART_LENGTH = 4;
const FINGERPRINT_LENGTH = 2 * PART_LENGTH;

const FINGERPRINTS = /^"[\w-]{22}\.((?:[\w-]{8})*)"$/;

/** Whether the tag of this document has fingerprints: the current document does, in RSS and Atom. */
export function hasFingerprints(document: Document, form: FeedFormat): boolean {
  return form !== "json" && document.kind === "current";
}

export function fingerprint(article: Article): string {
  return idFingerprint(article.id) + digest(JSON.stringify(article));
}

/** The first part of the fingerprint of an entry. */
export function idFingerprint(id: string): string {
  return digest(id);
}

/** The fingerprints in an entity tag of ours, by their first part. Returns undefined if the tag has none. */
export function readFingerprints(etag: string): ReadonlyMap<string, string> | undefined {
  const [, list = ""] = FINGERPRINTS.exec(opaqueTag(etag)) ?? [];
  if (list === "") return undefined;
  const each = Array.from({ length: list.length / FINGERPRINT_LENGTH }, (_, index) =>
    list.slice(index * FINGERPRINT_LENGTH, (index + 1) * FINGERPRINT_LENGTH),
  );
  return new Map(each.map((print) => [print.slice(0, PART_LENGTH), print]));
}

function digest(text: string): string {
  return createHash("sha256").update(text).digest("base64url").slice(0, PART_LENGTH);
}
