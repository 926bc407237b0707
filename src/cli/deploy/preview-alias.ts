import { createHmac } from "node:crypto";

/** Digits of the part that nobody can guess: 48 bits, asked for over the network. More would not fit a host name. */
const SECRET_DIGITS = 12;

/**
 * The name of the preview of a pull request, which begins its host name. With a secret, nobody who does not know it can
 * find the preview, and the same pull request keeps its name.
 */
export function previewAlias(number: number, secret: string | undefined): string {
  if (secret === undefined) return `pr-${number}`;
  const hidden = createHmac("sha256", secret).update(`preview ${number}`).digest("hex").slice(0, SECRET_DIGITS);
  return `pr-${number}-${hidden}`;
}
