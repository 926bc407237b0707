/**
 * Whether the bytes are a picture of pixels that does not move: a JPEG, or a PNG, GIF, WebP or AVIF of one frame. It
 * takes at most the time of reading the bytes once.
 */
export function isStillPicture(mediaType: string, bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  switch (mediaType) {
    case "image/jpeg":
      return true;
    case "image/png":
      return !isAnimatedPng(view);
    case "image/gif":
      return framesOfGif(view) <= 1;
    case "image/webp":
      // The extended form has a bit for animation (WebP Container Specification, "Extended File Format").
      return !(signAt(view, 12) === "VP8X" && view.byteLength > 20 && (view.getUint8(20) & 0x02) !== 0);
    case "image/avif":
      return !isAvifSequence(view);
    default:
      return false;
  }
}

/** `acTL` comes before the first `IDAT` (PNG, Third Edition, section 11.3.6.1). */
function isAnimatedPng(view: DataView): boolean {
  for (let at = 8; at + 12 <= view.byteLength; at += 12 + view.getUint32(at)) {
    const kind = signAt(view, at + 4);
    if (kind === "acTL") return true;
    if (kind === "IDAT") return false;
  }
  return false;
}

/** The brands of the file name a sequence (AV1 Image File Format, section 6.3). */
function isAvifSequence(view: DataView): boolean {
  const end = Math.min(view.byteLength, view.byteLength > 4 ? view.getUint32(0) : 0);
  for (let at = 8; at + 4 <= end; at += 4) if (signAt(view, at) === "avis") return true;
  return false;
}

const EXTENSION = 0x21;
const IMAGE = 0x2c;

/** Counts the images of a GIF (GIF89a), up to the second. */
function framesOfGif(view: DataView): number {
  const at = { place: 13 };
  const byte = () => (at.place < view.byteLength ? view.getUint8(at.place++) : 0);
  const skipTable = (flags: number) => {
    if ((flags & 0x80) !== 0) at.place += 3 * 2 ** ((flags & 0x07) + 1);
  };
  const skipBlocks = () => {
    for (let size = byte(); size > 0; size = byte()) at.place += size;
  };
  if (view.byteLength > 10) skipTable(view.getUint8(10));
  let frames = 0;
  while (frames < 2 && at.place < view.byteLength) {
    const kind = byte();
    if (kind === EXTENSION) {
      byte();
      skipBlocks();
    } else if (kind === IMAGE) {
      frames += 1;
      at.place += 8;
      skipTable(byte());
      byte();
      skipBlocks();
    } else break;
  }
  return frames;
}

/** Four characters of ASCII. */
function signAt(view: DataView, at: number): string {
  if (at + 4 > view.byteLength) return "";
  return String.fromCharCode(...[0, 1, 2, 3].map((each) => view.getUint8(at + each)));
}
