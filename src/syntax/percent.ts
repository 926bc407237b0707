/** Percent-encoding (RFC 3986 section 2.1) as UTF-8. */

/** Returns undefined if a `%` is not followed by two hexadecimal digits, or if the bytes are not UTF-8. */
export function percentDecode(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

/** The decoded text, or the text as it is if it cannot be decoded. */
export function percentDecodeOrKeep(text: string): string {
  return percentDecode(text) ?? text;
}

/** Encodes every segment of a path and keeps its slashes. */
export function percentEncodePath(path: string): string {
  return path.split("/").map(encodeURIComponent).join("/");
}
