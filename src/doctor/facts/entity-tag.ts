/** Weak comparison (RFC 9110 section 8.8.3.2): tags are the same when their opaque parts are. */
export function opaqueTag(etag: string): string {
  return etag.replace(/^W\//, "");
}

/** The same tag, weak where it was strong and strong where it was weak: what a cache or a client in between makes of it. */
export function otherStrength(etag: string): string {
  return etag.startsWith("W/") ? etag.slice(2) : `W/${etag}`;
}

export function isEntityTag(etag: string): boolean {
  return /^(?:W\/)?"[\x21\x23-\x7E\x80-\xFF]*"$/.test(etag);
}
