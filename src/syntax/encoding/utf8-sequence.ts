/**
 * Looks at the UTF-8 sequence that begins at an index (RFC 3629 section 4).
 *
 * @returns the length of a valid sequence; 0 if the bytes end in its middle; `-n` if the first `n` bytes begin no valid
 *   sequence. If `n` is more than 1, they begin a character that is cut off.
 */
export function sequenceAt(bytes: Uint8Array, at: number): number {
  const lead = bytes[at] ?? 0;
  if (lead < 0x80) return 1;
  const length =
    lead >= 0xc2 && lead <= 0xdf ? 2 : lead >= 0xe0 && lead <= 0xef ? 3 : lead >= 0xf0 && lead <= 0xf4 ? 4 : 0;
  if (length === 0) return -1;
  for (let index = 1; index < length; index += 1) {
    const byte = bytes[at + index];
    if (byte === undefined) return 0;
    const [low, high] = index === 1 ? secondByte(lead) : ANY_CONTINUATION;
    if (byte < low || byte > high) return -index;
  }
  return length;
}

const ANY_CONTINUATION = [0x80, 0xbf] as const;

/** The range of the second byte. It excludes long forms, surrogates, and what is above U+10FFFF. */
function secondByte(lead: number): readonly [number, number] {
  if (lead === 0xe0) return [0xa0, 0xbf];
  if (lead === 0xed) return [0x80, 0x9f];
  if (lead === 0xf0) return [0x90, 0xbf];
  return lead === 0xf4 ? [0x80, 0x8f] : ANY_CONTINUATION;
}

/**
 * The character that two surrogates in UTF-8 form mean (CESU-8), as some databases and Java write it. It takes 6 bytes.
 * Returns undefined if there is none at this index.
 */
export function surrogatesAt(bytes: Uint8Array, at: number): string | undefined {
  const [a, b = 0, c = 0, d, e = 0, f = 0] = bytes.subarray(at, at + 6);
  if (a !== 0xed || d !== 0xed || b < 0xa0 || b > 0xaf || e < 0xb0 || e > 0xbf) return undefined;
  if ((c & 0xc0) !== 0x80 || (f & 0xc0) !== 0x80) return undefined;
  return String.fromCharCode(0xd000 | ((b & 0x3f) << 6) | (c & 0x3f), 0xd000 | ((e & 0x3f) << 6) | (f & 0x3f));
}

/** Whether the bytes end where two surrogates in UTF-8 form may stand. */
export function mayBeSurrogates(bytes: Uint8Array, at: number): boolean {
  return bytes[at] === 0xed && at + 6 > bytes.length;
}
