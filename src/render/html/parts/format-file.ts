import type { MediaFile } from "../../../model/media-file.ts";
import { percentDecodeOrKeep } from "../../../syntax/percent.ts";
import type { PageLanguage } from "../page-language.ts";

/** The common names of file types, by media type. */
const FAMILIAR_TYPES: Readonly<Record<string, string>> = {
  "application/epub+zip": "EPUB",
  "application/pdf": "PDF",
  "application/zip": "ZIP",
  "audio/mp4": "M4A",
  "audio/mpeg": "MP3",
  "audio/ogg": "OGG",
  "audio/wav": "WAV",
  "image/gif": "GIF",
  "image/jpeg": "JPEG",
  "image/png": "PNG",
  "image/svg+xml": "SVG",
  "image/webp": "WebP",
  "text/csv": "CSV",
  "text/plain": "TXT",
  "video/mp4": "MP4",
  "video/webm": "WebM",
};

/** The common name of a file type: `MP3`. Returns the media type if there is no such name. */
export function formatMediaType(mediaType: string): string {
  return FAMILIAR_TYPES[mediaType] ?? mediaType;
}

/** A number of bytes in decimal units: `1.2 MB`. */
export function formatSize(bytes: number, page: PageLanguage): string {
  const [amount, unit] = inUnit(bytes);
  // The short form of "byte" has no plural in English: "812 byte".
  const unitDisplay = unit === "byte" ? "long" : "short";
  const format = { style: "unit", unit, unitDisplay, maximumFractionDigits: amount < 10 ? 1 : 0 } as const;
  return new Intl.NumberFormat(page.tag, format).format(amount);
}

function inUnit(bytes: number): [amount: number, unit: string] {
  if (bytes < 1_000) return [bytes, "byte"];
  if (bytes < 999_500) return [bytes / 1_000, "kilobyte"];
  if (bytes < 999_500_000) return [bytes / 1_000_000, "megabyte"];
  return [bytes / 1_000_000_000, "gigabyte"];
}

/** A number of seconds as a player shows it: `1:15`, `1:02:03`. */
export function formatDuration(seconds: number): string {
  const whole = Math.round(seconds);
  const two = (amount: number) => String(amount).padStart(2, "0");
  const minutes = Math.floor(whole / 60);
  const rest = two(whole % 60);
  return minutes < 60 ? `${minutes}:${rest}` : `${Math.floor(minutes / 60)}:${two(minutes % 60)}:${rest}`;
}

/** The decoded last segment of the address's path, or the host if the path ends in a slash. */
export function fileName({ url }: MediaFile): string {
  const { host, pathname } = new URL(url);
  const last = pathname.slice(pathname.lastIndexOf("/") + 1);
  return last === "" ? host : percentDecodeOrKeep(last);
}
