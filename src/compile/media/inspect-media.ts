import { createHash } from "node:crypto";
import { fileTypeFromBuffer } from "file-type";
import { imageSize } from "image-size";
import { cleanText } from "../../model/text.ts";
import { err, ok, type Result } from "../../syntax/result.ts";
import { type ContentFault, quoted } from "../content-fault.ts";
import { hintAt } from "../nearest.ts";
import { CHAPTERS_MEDIA_TYPE, chaptersFault, isChapters } from "./chapters-json.ts";
import type { MediaFacts } from "./media-facts.ts";
import { MEDIA_FORMATS, type MediaFormat } from "./media-types.ts";
import { isStillPicture } from "./still-picture.ts";
import { svgHazard } from "./svg-hazard.ts";

/** A file of content/media after inspection. `name` is its path in that folder. */
export type InspectedMedia = { readonly name: string } & Result<MediaFacts, ContentFault>;

/** The size limit of a file in Workers Static Assets, in bytes. */
export const MAX_MEDIA_BYTES = 25 * 1024 * 1024;

/**
 * Detects the format of a file from its bytes. The extension must agree, because some clients look at the extension and
 * others at the bytes.
 */
export async function inspectMedia(name: string, bytes: Uint8Array): Promise<InspectedMedia> {
  const refused = (found: string, expected: string): InspectedMedia => ({
    name,
    ...err({ file: `content/media/${name}`, found, expected }),
  });
  const extension = /[^/]\.([^./]+)$/.exec(name)?.[1]?.toLowerCase();
  const extensions = Object.keys(MEDIA_FORMATS);
  const format = extension === undefined ? undefined : MEDIA_FORMATS[extension];
  if (!format)
    return refused(
      extension === undefined ? "a name without an extension" : `the extension ${quoted(extension)}`,
      `one of ${extensions.join(", ")}${hintAt(extension ?? "", extensions)}`,
    );
  if (bytes.length === 0) return refused("an empty file", format.mediaType);
  if (bytes.length > MAX_MEDIA_BYTES) return refused(`${bytes.length} bytes`, `at most ${MAX_MEDIA_BYTES}`);
  const fault = await contradiction(format, bytes);
  if (fault) return refused(fault.found, fault.expected);
  const hash = createHash("sha256").update(bytes).digest("hex").slice(0, 16);
  const size = format.mediaType.startsWith("image/") ? sizeOf(bytes) : undefined;
  const mediaType = format.signatures === "json" ? jsonType(bytes) : format.mediaType;
  const facts = { name, hash, mediaType, length: bytes.length, width: size?.width, height: size?.height };
  return { name, ...ok({ ...facts, ...(isStillPicture(mediaType, bytes) && { isStill: true }) }) };
}

async function contradiction({ mediaType, signatures }: MediaFormat, bytes: Uint8Array) {
  const type = await fileTypeFromBuffer(bytes);
  const [detected] = type?.mime.split(";") ?? [];
  if (signatures === "text" || signatures === "svg" || signatures === "json") {
    const text = textOf(bytes);
    if (text === undefined || (detected && !/^(?:text\/|application\/xml$)/.test(detected)))
      return { found: detected ?? "bytes that are not UTF-8 text", expected: mediaType };
    if (signatures === "json") return jsonFault(text);
    const hazard = signatures === "svg" ? svgHazard(text) : undefined;
    if (hazard !== undefined)
      return {
        found: hazard,
        expected: "an SVG that is a drawing only, without scripts, handlers or foreign references",
      };
    return mediaType === "text/vtt" && !/^\uFEFF?WEBVTT(?:\s|$)/.test(text)
      ? { found: quoted(text.slice(0, 20)), expected: "text/vtt, which begins with WEBVTT" }
      : undefined;
  }
  if (detected !== undefined && signatures.includes(detected)) return undefined;
  return { found: detected ?? "bytes of no known format", expected: `${mediaType}, as its extension says` };
}

/** JSON that is well-formed. A document of chapters has their format too. */
function jsonFault(text: string) {
  const value = jsonIn(text);
  if (value === undefined) return { found: quoted(text.slice(0, 20)), expected: "application/json, which is JSON" };
  return isChapters(value) ? chaptersFault(value) : undefined;
}

function jsonType(bytes: Uint8Array): string {
  return isChapters(jsonIn(textOf(bytes) ?? "")) ? CHAPTERS_MEDIA_TYPE : "application/json";
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch {
    return undefined;
  }
}

function textOf(bytes: Uint8Array): string | undefined {
  try {
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: false }).decode(bytes);
    return cleanText(text) === text.replace(/\r\n?/g, "\n") ? text : undefined;
  } catch {
    return undefined;
  }
}

/**
 * The size of a picture as shown, in pixels. A camera held upright stores the picture rotated (Exif orientation 5 to
 * 8).
 */
export function sizeOf(bytes: Uint8Array): { width: number; height: number } | undefined {
  try {
    const { width, height, orientation = 1 } = imageSize(bytes);
    const [across, down] = orientation >= 5 ? [height, width] : [width, height];
    const size = { width: Math.round(across), height: Math.round(down) };
    return size.width > 0 && size.height > 0 ? size : undefined;
  } catch {
    // `imageSize` throws if a file has no size, such as an SVG that fills its frame.
    return undefined;
  }
}
