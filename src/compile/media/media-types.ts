/**
 * How the bytes of a format are recognised: by a signature (with the name that file-type gives it), or, without one, as
 * text, as SVG or as JSON.
 */
export type MediaFormat = {
  readonly mediaType: string;
  readonly signatures: readonly string[] | "text" | "svg" | "json";
};

const OFFICE = "application/vnd.openxmlformats-officedocument";

/** The formats that content/media may contain, by extension, each with the media type it is served as. */
export const MEDIA_FORMATS: Readonly<Record<string, MediaFormat>> = {
  jpg: { mediaType: "image/jpeg", signatures: ["image/jpeg"] },
  jpeg: { mediaType: "image/jpeg", signatures: ["image/jpeg"] },
  png: { mediaType: "image/png", signatures: ["image/png", "image/apng"] },
  gif: { mediaType: "image/gif", signatures: ["image/gif"] },
  webp: { mediaType: "image/webp", signatures: ["image/webp"] },
  avif: { mediaType: "image/avif", signatures: ["image/avif"] },
  svg: { mediaType: "image/svg+xml", signatures: "svg" },
  mp3: { mediaType: "audio/mpeg", signatures: ["audio/mpeg"] },
  m4a: { mediaType: "audio/mp4", signatures: ["audio/mp4", "audio/x-m4a", "video/mp4"] },
  aac: { mediaType: "audio/aac", signatures: ["audio/aac"] },
  ogg: { mediaType: "audio/ogg", signatures: ["audio/ogg", "application/ogg"] },
  oga: { mediaType: "audio/ogg", signatures: ["audio/ogg"] },
  opus: { mediaType: "audio/ogg", signatures: ["audio/ogg"] },
  flac: { mediaType: "audio/flac", signatures: ["audio/flac"] },
  wav: { mediaType: "audio/wav", signatures: ["audio/wav"] },
  mp4: { mediaType: "video/mp4", signatures: ["video/mp4", "video/x-m4v"] },
  m4v: { mediaType: "video/mp4", signatures: ["video/mp4", "video/x-m4v"] },
  webm: { mediaType: "video/webm", signatures: ["video/webm"] },
  ogv: { mediaType: "video/ogg", signatures: ["video/ogg"] },
  mov: { mediaType: "video/quicktime", signatures: ["video/quicktime"] },
  pdf: { mediaType: "application/pdf", signatures: ["application/pdf"] },
  epub: { mediaType: "application/epub+zip", signatures: ["application/epub+zip"] },
  zip: { mediaType: "application/zip", signatures: ["application/zip"] },
  docx: { mediaType: `${OFFICE}.wordprocessingml.document`, signatures: [`${OFFICE}.wordprocessingml.document`] },
  xlsx: { mediaType: `${OFFICE}.spreadsheetml.sheet`, signatures: [`${OFFICE}.spreadsheetml.sheet`] },
  csv: { mediaType: "text/csv", signatures: "text" },
  txt: { mediaType: "text/plain", signatures: "text" },
  vtt: { mediaType: "text/vtt", signatures: "text" },
  json: { mediaType: "application/json", signatures: "json" },
  srt: { mediaType: "application/x-subrip", signatures: "text" },
};
