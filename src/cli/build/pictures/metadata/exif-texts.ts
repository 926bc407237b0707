/** The texts of Exif that tell whose a picture is (Exif 3.0, section 4.6.4, tags `Artist` and `Copyright`). */
export type ExifTexts = { readonly artist?: string; readonly copyright?: string };

const ARTIST = 0x013b;
const COPYRIGHT = 0x8298;
/** ASCII, and the UTF-8 of Exif 3.0. */
const TEXT_TYPES = new Set([2, 129]);

/** Reads the first directory of a block of Exif. Returns nothing of a block that cannot be read. */
export function exifTexts(block: Uint8Array): ExifTexts {
  // JPEG has a mark before the TIFF header.
  const start = new TextDecoder("latin1").decode(block.subarray(0, 6)) === "Exif\0\0" ? 6 : 0;
  const tiff = block.subarray(start);
  const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.byteLength);
  if (view.byteLength < 8) return {};
  const order = view.getUint16(0);
  if (order !== 0x4949 && order !== 0x4d4d) return {};
  const isLittle = order === 0x4949;
  const directory = view.getUint32(4, isLittle);
  if (directory + 2 > view.byteLength) return {};
  const found: { artist?: string; copyright?: string } = {};
  const count = view.getUint16(directory, isLittle);
  for (let place = 0; place < count; place += 1) {
    const entry = directory + 2 + place * 12;
    if (entry + 12 > view.byteLength) break;
    const tag = view.getUint16(entry, isLittle);
    if (tag !== ARTIST && tag !== COPYRIGHT) continue;
    if (!TEXT_TYPES.has(view.getUint16(entry + 2, isLittle))) continue;
    const length = view.getUint32(entry + 4, isLittle);
    const at = length <= 4 ? entry + 8 : view.getUint32(entry + 8, isLittle);
    const text = exifText(tiff.subarray(at, at + length));
    if (text !== "") found[tag === ARTIST ? "artist" : "copyright"] = text;
  }
  return found;
}

/** The copyrights of the photographer and of the editor have a NUL between them. */
function exifText(bytes: Uint8Array): string {
  return new TextDecoder()
    .decode(bytes)
    .split("\0")
    .map((each) => each.trim())
    .filter((each) => each !== "")
    .join("; ");
}
