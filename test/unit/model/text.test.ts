import { expect, test } from "vitest";
import { cleanText } from "../../../src/model/text.ts";

test("cleanText drops controls and non-characters, and keeps every other character but line ends and lone surrogates", () => {
  const wrong: string[] = [];
  for (let code = 0; code <= 0x10ffff; code += 1) {
    const character = String.fromCodePoint(code);
    if (cleanText(`a${character}b`) !== `a${cleaned(code, character)}b`) wrong.push(code.toString(16));
  }
  expect(wrong).toEqual([]);
}, 60_000);

/** XML 1.0 section 2.2 and the parse errors of HTML, by numbers. */
function cleaned(code: number, character: string): string {
  if (code === 0x0d || code === 0x85) return "\n";
  const isControl = code < 0x20 || (code >= 0x7f && code <= 0x9f);
  const isNonCharacter = (code >= 0xfdd0 && code <= 0xfdef) || (code & 0xfffe) === 0xfffe;
  if (code !== 0x09 && code !== 0x0a && (isControl || isNonCharacter)) return "";
  return code >= 0xd800 && code <= 0xdfff ? "\uFFFD" : character;
}
