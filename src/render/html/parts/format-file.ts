import type { MediaFile } from "../../../model/media-file.ts";
import { percentDecodeOrKeep } from "../../../syntax/percent.ts";
import type { PageLanguage } from "../page-language.ts";

/** The names people know file types by. */
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

export function formatMediaType(mediaType: string): string {
  return FAMILIAR_TYPES[mediaType] ?? mediaType;
}

/** Bytes in the decimal units that shops and systems print: `1.2 MB`. */
export function formatSize(bytes: number, page: PageLanguage): string {
  const [amount, unit] = inUnit(bytes);
  const format = { style: "unit", unit, unitDisplay: "short", maximumFractionDigits: amount < 10 ? 1 : 0 } as const;
  return new Intl.NumberFormat(page.tag, format).format(amount);
}

function inUnit(bytes: number): [amount: number, unit: string] {
  if (bytes < 1_000) return [bytes, "byte"];
  if (bytes < 999_500) return [bytes / 1_000, "kilobyte"];
  if (bytes < 999_500_000) return [bytes / 1_000_000, "megabyte"];
  return [bytes / 1_000_000_000, "gigabyte"];
}

/** Seconds as a player shows them: `1:15`, `1:02:03`. */
export function formatDuration(seconds: number): string {
  const whole = Math.round(seconds);
  const two = (amount: number) => String(amount).padStart(2, "0");
  const minutes = Math.floor(whole / 60);
  const rest = two(whole % 60);
  return minutes < 60 ? `${minutes}:${rest}` : `${Math.floor(minutes / 60)}:${two(minutes % 60)}:${rest}`;
}

/** The name at the end of a file's address, for a file that was given no title. */
export function fileName({ url }: MediaFile): string {
  const { host, pathname } = new URL(url);
  const last = pathname.slice(pathname.lastIndexOf("/") + 1);
  return last === "" ? host : percentDecodeOrKeep(last);
}
