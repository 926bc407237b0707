/** Sent with everything: a response is what its media type says, never what a browser guesses. */
export const NO_SNIFFING: [string, string] = ["X-Content-Type-Options", "nosniff"];

/** Pages run no script, load their own style sheet and the pictures, sound and film of the articles, and stand in nobody's frame. */
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

/** A file opened by itself, an SVG above all, gets no script, no form and no origin. */
export const FILE_SECURITY: readonly [string, string][] = [
  ["Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; sandbox"],
  ["Cross-Origin-Resource-Policy", "cross-origin"],
];

/** Feeds and files are for every program, those in browsers too; JSON Feed is fetched from pages. */
export const OPEN_TO_ALL: readonly [string, string][] = [
  ["Access-Control-Allow-Origin", "*"],
  ["Access-Control-Expose-Headers", "ETag, Last-Modified, Link, Content-Location"],
];
