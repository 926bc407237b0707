import { readFileSync } from "node:fs";
import { fileTypeFromFile } from "file-type";
import { inspectMedia } from "../../../compile/media/inspect-media.ts";
import { MEDIA_FORMATS } from "../../../compile/media/media-types.ts";
import type { WantedFile } from "../../../import/feeds/compose-article.ts";
import { err, ok, type Result } from "../../../syntax/result.ts";
import type { DownloadedFile } from "./download-file.ts";

const FAMILIES: Readonly<Record<WantedFile["kind"], RegExp>> = {
  picture: /^image\//,
  recording: /^(?:audio|video|text\/vtt)/,
  attachment: /^/,
  transcript: /^(?:text\/|application\/x-subrip)/,
};

/**
 * The extension with which content/media takes a file. It follows from the bytes; of several extensions of one format,
 * the one in the address is taken. The reason says why content/media does not take it.
 */
export async function extensionOf(
  { path, contentType }: DownloadedFile,
  { address, kind }: WantedFile,
): Promise<Result<string, string>> {
  const [mime] = (await fileTypeFromFile(path))?.mime.split(";") ?? [];
  const ending = /\.([a-z0-9]{2,5})$/i.exec(URL.parse(address)?.pathname ?? "")?.[1]?.toLowerCase();
  const [declared] = contentType.split(";").map((part) => part.trim().toLowerCase());
  const fits = Object.entries(MEDIA_FORMATS).filter(([extension, { mediaType, signatures }]) => {
    if (!FAMILIES[kind].test(mediaType)) return false;
    if (Array.isArray(signatures)) return mime !== undefined && signatures.includes(mime);
    // Text and SVG have no signature, so the server or the address has to name them.
    const isNamed = declared === mediaType || extension === ending;
    return isNamed && (mime === undefined || /^(?:text\/|application\/xml$)/.test(mime));
  });
  const [extension] =
    fits.find(([each]) => each === ending) ?? fits.find(([, { mediaType }]) => mediaType === declared) ?? fits[0] ?? [];
  if (extension === undefined) return err(`is no ${kind === "attachment" ? "file" : kind} that content/media takes`);
  // Its signature tells a recording. A picture may be hostile inside, and a text may be broken.
  if (/^(?:audio|video)\//.test(MEDIA_FORMATS[extension]?.mediaType ?? "")) return ok(extension);
  const inspected = await inspectMedia(`file.${extension}`, readFileSync(path));
  if (inspected.ok) return ok(extension);
  return err(`has ${inspected.error.found ?? "a fault"}; expected ${inspected.error.expected}`);
}
