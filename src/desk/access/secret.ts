import { createHash, timingSafeEqual } from "node:crypto";

/**
 * In hexadecimal. A secret of 160 random bits or more needs no salt and no slow hash: it cannot be guessed from a
 * list.
 */
export function sha256(value: string | Uint8Array): string {
  return createHash("sha256").update(value).digest("hex");
}

/** Compares two secrets in a time that depends neither on where they differ nor on their lengths. */
export function isSameSecret(one: string, other: string): boolean {
  const [first, second] = [one, other].map((each) => createHash("sha256").update(each).digest());
  return first !== undefined && second !== undefined && timingSafeEqual(first, second);
}
