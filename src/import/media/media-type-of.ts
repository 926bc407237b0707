import { MEDIA_FORMATS } from "../../compile/media/media-types.ts";
import { mediaType as mediaTypeSchema } from "../../model/schema.ts";

/** Types that say no more than "some bytes". */
const UNKNOWN = /^(?:application|binary)\/(?:octet-stream|force-download|x-download|unknown)$|^unknown\/|\/\*$/;

/** Names in wide use that are not the registered ones (IANA, "Media Types"). */
const REGISTERED: Readonly<Record<string, string>> = {
  "image/jpg": "image/jpeg",
  "image/pjpeg": "image/jpeg",
  "image/x-png": "image/png",
  "audio/mp3": "audio/mpeg",
  "audio/x-mp3": "audio/mpeg",
  "audio/mpeg3": "audio/mpeg",
  "audio/x-mpeg": "audio/mpeg",
  "audio/m4a": "audio/mp4",
  "video/m4v": "video/mp4",
};

/** The declared media type without its parameters. Returns undefined if it is none, or says nothing. */
export function declaredType(written: string | undefined): string | undefined {
  const type = written?.split(";")[0]?.trim().toLowerCase() ?? "";
  return mediaTypeSchema.safeParse(type).success && !UNKNOWN.test(type) ? (REGISTERED[type] ?? type) : undefined;
}

/** The media type that the ending of an address tells: `talk.mp3?x=1` is audio/mpeg. */
export function typeOfEnding(address: string): string | undefined {
  const path = URL.parse(address)?.pathname ?? "";
  const ending = /\.([a-z0-9]{2,5})$/i.exec(path)?.[1]?.toLowerCase();
  return ending === undefined ? undefined : MEDIA_FORMATS[ending]?.mediaType;
}
