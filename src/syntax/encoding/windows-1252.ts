/** What the bytes 80 to 9F mean in windows-1252 (Encoding Standard, index windows-1252). */
const UPPER_CONTROLS = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ";

/**
 * Gives C1 controls the meaning that they have in windows-1252: programs that write them took such bytes for Latin-1.
 * Five have none there and stay.
 */
export function fromUpperControls(text: string): string {
  return text.replace(/[\u0080-\u009F]/g, (sign) => UPPER_CONTROLS[sign.charCodeAt(0) - 0x80] ?? sign);
}

/** The byte of a character in windows-1252. Returns undefined if it has none. */
export function windows1252Byte(sign: string): number | undefined {
  const code = sign.charCodeAt(0);
  if (code < 0x100) return code;
  const index = UPPER_CONTROLS.indexOf(sign);
  return index === -1 ? undefined : 0x80 + index;
}
