/** Random ids and secrets in letters that people do not confuse. */

/** Digits and lower-case letters without i, l, o and u: the alphabet of Crockford's Base32 in lower case. */
const ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";

/** Returns `count` random bytes. */
export type RandomBytes = (count: number) => Uint8Array;

/** One letter for each byte, five bits each. 256 is a multiple of 32, so every letter is equally likely. */
export function idOfBytes(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => ALPHABET.charAt(byte % ALPHABET.length)).join("");
}

/** @param length in letters of five bits: 16 are 80 bits */
export function randomId(length: number, randomBytes: RandomBytes): string {
  return idOfBytes(randomBytes(length));
}
