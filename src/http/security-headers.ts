/** Sent with every response with a body: the media type is as stated, and the browser must not guess another one. */
export const NO_SNIFFING: [string, string] = ["X-Content-Type-Options", "nosniff"];

/**
 * A page runs no script, and no other page may frame it. It loads our style sheet, and the images, audio and video of
 * the articles.
 */
export const PAGE_SECURITY: readonly [string, string][] = [
  [
    "Content-Security-Policy",
    [
      "default-src 'none'",
      "style-src 'self'",
      "img-src http: https: data:",
      "media-src http: https:",
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
    ].join("; "),
  ],
  ["Referrer-Policy", "strict-origin-when-cross-origin"],
  ["Cross-Origin-Opener-Policy", "same-origin"],
  ["Permissions-Policy", "camera=(), geolocation=(), microphone=()"],
];

/** A file that a browser opens by itself, especially an SVG, has no script, no form and no origin. */
export const FILE_SECURITY: readonly [string, string][] = [
  ["Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; sandbox"],
  ["Cross-Origin-Resource-Policy", "cross-origin"],
];

/** Scripts of any origin may read feeds and files, since readers that run in a browser fetch them. */
export const OPEN_TO_ALL: readonly [string, string][] = [
  ["Access-Control-Allow-Origin", "*"],
  ["Access-Control-Expose-Headers", "ETag, Last-Modified, Link, Content-Location"],
];
