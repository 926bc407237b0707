import { decodeHTMLStrict } from "entities";
import { fromUpperControls } from "../../encoding/windows-1252.ts";
import type { FaultAt } from "./xml-repair.ts";

const REFERENCE = /&(?:#(?:x([\da-f]{1,8})|(\d{1,10}))|([a-z][a-z\d]{0,31}));|&/gi;
const XML_ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** Characters that XML 1.0 forbids (section 2.2), except surrogates. */
const FORBIDDEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/;
const ALL_FORBIDDEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;
/** C1 controls except NEL, which is an end of a line. */
const UPPER_CONTROL = /[\u0080-\u0084\u0086-\u009F]/;
const ALL_UPPER_CONTROLS = /[\u0080-\u0084\u0086-\u009F]+/g;

/**
 * Character data as its reader sees it: references replaced, forbidden characters removed, and what is no reference as
 * it is written. Entities that XML does not know have their meaning of HTML.
 *
 * @param fault is told each fault with its index in `text`
 * @param declared the text of an entity that the document declares itself
 */
export function readReferences(
  text: string,
  fault: (fault: FaultAt) => void,
  declared: (name: string) => string | undefined = () => undefined,
): string {
  if (!text.includes("&")) return readControls(text, fault);
  const read = text.replace(REFERENCE, (written, hexadecimal?: string, decimal?: string, name?: string, at = 0) => {
    const report = (kind: FaultAt["kind"], message: string, value: string) => {
      fault({ kind, message, at });
      return value;
    };
    if (name !== undefined) {
      const known = XML_ENTITIES[name] ?? declared(name);
      if (known !== undefined) return known;
      const inHtml = decodeHTMLStrict(written);
      return inHtml === written
        ? report("repaired", "an entity that nobody knows was kept as text", written)
        : report("repaired", "an entity that only HTML knows was read as in HTML", inHtml);
    }
    if (hexadecimal === undefined && decimal === undefined)
      return report("repaired", "a bare & was kept as text", written);
    const code = hexadecimal === undefined ? Number(decimal) : Number.parseInt(hexadecimal, 16);
    const isHalf = code >= 0xd800 && code <= 0xdfff;
    const character = isHalf ? String.fromCharCode(code) : code > 0x10_ffff ? "" : String.fromCodePoint(code);
    // Two halves that follow one another make one character; other halves are removed below.
    if (isHalf) return report("repaired", "a reference to half a character was joined or removed", character);
    if (character === "" || FORBIDDEN.test(character))
      return report("repaired", "a reference to a character that XML forbids was removed", "");
    if (UPPER_CONTROL.test(character))
      return report("repaired", "a control character was read as in windows-1252", fromUpperControls(character));
    return character;
  });
  // After the references: the index of a fault is that in the text as it is written.
  const faults: FaultAt[] = [];
  readControls(text, (each) => faults.push(each));
  for (const each of faults) fault(each);
  const whole = read.isWellFormed() ? read : read.replace(/\p{Surrogate}/gu, "");
  return faults.length === 0 ? whole : readControls(whole, () => {});
}

/** Text without references (CDATA): forbidden characters are removed. */
export function readControls(text: string, fault: (fault: FaultAt) => void): string {
  let clean = text;
  if (UPPER_CONTROL.test(text)) {
    const at = text.search(UPPER_CONTROL);
    fault({ kind: "repaired", message: "a control character was read as in windows-1252", at });
    clean = clean.replace(ALL_UPPER_CONTROLS, fromUpperControls);
  }
  if (!FORBIDDEN.test(clean)) return clean;
  fault({ kind: "repaired", message: "a character that XML forbids was removed", at: clean.search(FORBIDDEN) });
  return clean.replace(ALL_FORBIDDEN, "");
}
