import { createHash } from "node:crypto";

/**
 * The first part of an entity tag of a document whose store names its states: known without rendering, so that a 304 costs no more than the look at the
 * name. `about` is the document and the form it is asked for in.
 */
export function stateTag(about: string, state: string): string {
  return createHash("sha256").update(`${about} ${state}`).digest("base64url").slice(0, 22);
}

const ENTITY_TAG = /(?:W\/)?"([\w-]{22})(?:\.[\w-]*)?"/g;

/** The tag in `If-None-Match` that says its bearer has this state, as it was given out: with what it remembers of the entries. */
export function heldTag(headers: Headers, tag: string): string | undefined {
  const list = headers.get("if-none-match");
  if (list === null) return undefined;
  const held = [...list.matchAll(ENTITY_TAG)].find(([, state]) => state === tag)?.[0];
  return held && (held.startsWith("W/") ? held : `W/${held}`);
}
