/** The texts of IPTC-IIM (version 4.2, record 2) that tell whose a picture is. */
export type IptcTexts = { readonly copyright?: string; readonly creator?: string; readonly credit?: string };

const NAMES: Readonly<Record<number, keyof IptcTexts>> = { 80: "creator", 110: "credit", 116: "copyright" };

/** A data set begins so. */
const MARKER = 0x1c;

/**
 * Reads the data sets of a block, which may be inside of a Photoshop resource. Returns nothing of a block that cannot be
 * read.
 */
export function iptcTexts(block: Uint8Array): IptcTexts {
  const found: { -readonly [Name in keyof IptcTexts]: string } = {};
  const view = new DataView(block.buffer, block.byteOffset, block.byteLength);
  let at = firstDataSet(block);
  while (at + 5 <= view.byteLength && view.getUint8(at) === MARKER) {
    const record = view.getUint8(at + 1);
    const name = NAMES[view.getUint8(at + 2)];
    const length = view.getUint16(at + 3);
    // The extended form is for data that is no text.
    if (length > 0x7fff) break;
    const text = readText(block.subarray(at + 5, at + 5 + length));
    if (record === 2 && name && text !== "") found[name] = found[name] === undefined ? text : `${found[name]}, ${text}`;
    at += 5 + length;
  }
  return found;
}

/** The first data set of record 1 or 2. */
function firstDataSet(block: Uint8Array): number {
  for (let at = block.indexOf(MARKER); at !== -1; at = block.indexOf(MARKER, at + 1))
    if (block[at + 1] === 1 || block[at + 1] === 2) return at;
  return block.length;
}

/** UTF-8 if it is that, as record 1 should declare and often does not; otherwise the former standard. */
function readText(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: false }).decode(bytes).trim();
  } catch {
    return new TextDecoder("windows-1252").decode(bytes).trim();
  }
}
