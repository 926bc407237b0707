import type { Publication } from "../model/publication.ts";
import { analyticsTag } from "../render/html/parts/analytics.ts";

/** Sent with every response with a body: the media type is as stated, and the browser must not guess another one. */
export const NO_SNIFFING: [string, string] = ["X-Content-Type-Options", "nosniff"];

/** What a page may load beside its own style sheet and the pictures and recordings of articles. Each is an origin. */
type Allowed = {
  readonly script?: readonly string[];
  readonly connect?: readonly string[];
  readonly frame?: readonly string[];
  readonly style?: readonly string[];
};

function securityFor({ script = [], connect = [], frame = [], style = [] }: Allowed): readonly [string, string][] {
  const directive = (name: string, hosts: readonly string[]) =>
    hosts.length === 0 ? [] : [[name, ...new Set(hosts)].join(" ")];
  return [
    [
      "Content-Security-Policy",
      [
        "default-src 'none'",
        ...directive("script-src", script),
        ...directive("connect-src", connect),
        ...directive("frame-src", frame),
        ...directive("style-src", ["'self'", ...style]),
        "img-src http: https: data:",
        "media-src http: https:",
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors 'none'",
      ].join("; "),
    ],
    ["Referrer-Policy", "strict-origin-when-cross-origin"],
    ["Cross-Origin-Opener-Policy", "same-origin"],
    ["Permissions-Policy", "camera=(), geolocation=(), microphone=()"],
  ];
}

/**
 * For a page of the service itself, such as an error: it runs no script, and no other page may frame it. It loads our
 * style sheet, and the images, audio and video of the articles. Its form asks us.
 */
export const BARE_PAGE_SECURITY = securityFor({});

/**
 * What one page shows beside its text. `players` are the origins of the players in it. `hasScript`: it runs a script of
 * ours.
 */
export type ShownBeside = {
  readonly players?: readonly string[];
  readonly hasComments?: boolean;
  readonly hasScript?: boolean;
};

/**
 * For a page of the publication. It allows exactly the hosts that the settings name, and on the page of an article the
 * players that the article has.
 */
export function pageSecurity(
  { analytics, comments }: Pick<Publication, "analytics" | "comments">,
  { players = [], hasComments = false, hasScript = false }: ShownBeside = {},
): readonly [string, string][] {
  const tag = analytics && analyticsTag(analytics);
  const giscus = comments && hasComments ? ["https://giscus.app"] : [];
  if (!tag && !hasScript && giscus.length === 0 && players.length === 0) return BARE_PAGE_SECURITY;
  const own = tag?.own || hasScript || players.length > 0 ? ["'self'"] : [];
  return securityFor({
    script: [...own, ...(tag ? [tag.scriptHost] : []), ...giscus],
    connect: tag?.connectHosts ?? [],
    frame: [...players, ...giscus],
    style: giscus,
  });
}

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
