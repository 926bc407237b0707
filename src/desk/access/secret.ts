import { createHash, timingSafeEqual } from "node:crypto";

/** Digits and lower-case letters without those that are read for one another: i, l, o, u. */
const ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";

export type RandomBytes = (count: number) => Uint8Array;

/** Signs that nobody can guess, five bits each: 256 is a multiple of 32, so all are as likely. */
export function randomSigns(count: number, randomBytes: RandomBytes): string {
  return Array.from(randomBytes(count), (byte) => ALPHABET.charAt(byte % ALPHABET.length)).join("");
}

/** In hexadecimal. A secret of 160 random bits and more needs no salt and no slow hash: there is no list of it to try. */
export function sha256(value: string | Uint8Array): string {
  return createHash("sha256").update(value).digest("hex");
}

/** Whether two secrets are the same, in a time that says nothing of where they differ, nor of how long the other is. */
export function isSameSecret(one: string, other: string): boolean {
  const [first, second] = [one, other].map((each) => createHash("sha256").update(each).digest());
  return first !== undefined && second !== undefined && timingSafeEqual(first, second);
}
