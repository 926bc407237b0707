import { crc32 } from "node:zlib";

/**
 * The store of manifests of content credentials (C2PA 2.1), a JUMBF box, in a picture. Annex A of the specification says
 * where each format has it.
 */

/** Returns the box, or undefined if there is none. */
export function contentCredentials(mediaType: string, bytes: Uint8Array): Uint8Array | undefined {
  switch (mediaType) {
    case "image/jpeg":
      return boxOfJpeg(bytes);
    case "image/png":
      return chunkOfPng(bytes);
    case "image/webp":
      return chunkOfWebp(bytes);
    case "image/avif":
      return boxOfAvif(bytes);
    default:
      return undefined;
  }
}

/** Puts the box into a picture that has none. */
export function withContentCredentials(mediaType: string, picture: Uint8Array, box: Uint8Array): Uint8Array {
  switch (mediaType) {
    case "image/jpeg":
      return Buffer.concat([picture.subarray(0, 2), ...jpegSegments(box), picture.subarray(2)]);
    case "image/png": {
      // Behind the header, which has a fixed length.
      const chunk = Buffer.concat([numbers(box.length), Buffer.from("caBX"), box]);
      return Buffer.concat([picture.subarray(0, 33), chunk, numbers(crc32(chunk.subarray(4))), picture.subarray(33)]);
    }
    case "image/webp":
      return withWebpChunk(picture, box);
    case "image/avif": {
      const head = Buffer.concat([C2PA_UUID, Buffer.alloc(4), Buffer.from("manifest\0"), Buffer.alloc(8)]);
      // At the end, because the file names the places of its parts.
      return Buffer.concat([picture, numbers(8 + head.length + box.length), Buffer.from("uuid"), head, box]);
    }
    default:
      return picture;
  }
}

const APP11 = 0xeb;
/** The bytes of a segment before the data: marker, length, `JP`, the number of the box, and that of the segment. */
const SEGMENT_HEAD = 12;
/** Each segment repeats the length and the type of the box. */
const BOX_HEAD = 8;
const MAX_SEGMENT_DATA = 64_000;

/** The box is spread over segments (ISO 19566-5, annex D). */
function boxOfJpeg(bytes: Uint8Array): Uint8Array | undefined {
  const view = viewOf(bytes);
  const parts = new Map<number, Uint8Array[]>();
  for (let at = 2; at + 4 <= bytes.length && view.getUint8(at) === 0xff; ) {
    const marker = view.getUint8(at + 1);
    // The picture itself begins, or ends.
    if (marker === 0xda || marker === 0xd9) break;
    const end = at + 2 + view.getUint16(at + 2);
    if (marker === APP11 && end <= bytes.length && textAt(bytes, at + 4, 2) === "JP") {
      const number = view.getUint16(at + 6);
      const known = parts.get(number);
      if (known) known.push(bytes.subarray(at + SEGMENT_HEAD + BOX_HEAD, end));
      else parts.set(number, [bytes.subarray(at + SEGMENT_HEAD, end)]);
    }
    at = end;
  }
  return [...parts.values()].map((each) => Buffer.concat(each)).find(isManifestStore);
}

function jpegSegments(box: Uint8Array): Uint8Array[] {
  const head = box.subarray(0, BOX_HEAD);
  const segments: Uint8Array[] = [];
  for (let at = BOX_HEAD; at < box.length; at += MAX_SEGMENT_DATA) {
    const data = box.subarray(at, at + MAX_SEGMENT_DATA);
    const start = Buffer.alloc(SEGMENT_HEAD);
    start.writeUInt16BE(0xff00 + APP11, 0);
    start.writeUInt16BE(SEGMENT_HEAD - 2 + BOX_HEAD + data.length, 2);
    start.write("JP", 4, "latin1");
    start.writeUInt16BE(1, 6);
    start.writeUInt32BE(segments.length + 1, 8);
    segments.push(Buffer.concat([start, head, data]));
  }
  return segments;
}

function chunkOfPng(bytes: Uint8Array): Uint8Array | undefined {
  const view = viewOf(bytes);
  for (let at = 8; at + 12 <= bytes.length; at += 12 + view.getUint32(at)) {
    const data = bytes.subarray(at + 8, at + 8 + view.getUint32(at));
    if (textAt(bytes, at + 4, 4) === "caBX" && isManifestStore(data)) return data;
  }
  return undefined;
}

function chunkOfWebp(bytes: Uint8Array): Uint8Array | undefined {
  const view = viewOf(bytes);
  for (let at = 12; at + 8 <= bytes.length; ) {
    const length = view.getUint32(at + 4, true);
    const data = bytes.subarray(at + 8, at + 8 + length);
    if (textAt(bytes, at, 4) === "C2PA" && isManifestStore(data)) return data;
    at += 8 + length + (length % 2);
  }
  return undefined;
}

/** Only the extended form has room for more chunks. */
function withWebpChunk(picture: Uint8Array, box: Uint8Array): Uint8Array {
  if (textAt(picture, 12, 4) !== "VP8X") return picture;
  const head = Buffer.alloc(8);
  head.write("C2PA", 0, "latin1");
  head.writeUInt32LE(box.length, 4);
  const whole = Buffer.concat([picture, head, box, Buffer.alloc(box.length % 2)]);
  whole.writeUInt32LE(whole.length - 8, 4);
  return whole;
}

const C2PA_UUID = Buffer.from("d8fec3d61b0e483c92975828877ec481", "hex");

function boxOfAvif(bytes: Uint8Array): Uint8Array | undefined {
  const view = viewOf(bytes);
  for (let at = 0; at + 8 <= bytes.length; ) {
    const length = view.getUint32(at);
    // 0 is a box to the end, and 1 is one of more than 4 GiB.
    if (length < 8) return undefined;
    const uuid = bytes.subarray(at + 8, at + 24);
    if (textAt(bytes, at + 4, 4) === "uuid" && C2PA_UUID.equals(uuid)) {
      // Version and flags, the purpose with its NUL, and the place of a box for parts.
      const purpose = bytes.indexOf(0, at + 28);
      const data = bytes.subarray(purpose + 1 + 8, at + length);
      if (purpose !== -1 && isManifestStore(data)) return data;
    }
    at += length;
  }
  return undefined;
}

/** A superbox of JUMBF whose description says that it is of C2PA. */
function isManifestStore(box: Uint8Array): boolean {
  return (
    box.length > 24 && textAt(box, 4, 4) === "jumb" && textAt(box, 12, 4) === "jumd" && textAt(box, 16, 4) === "c2pa"
  );
}

function textAt(bytes: Uint8Array, at: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + length));
}

function numbers(value: number): Uint8Array {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
