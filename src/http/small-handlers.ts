import { ALL } from "../model/selection.ts";
import { COPY_SCRIPT, COPY_SCRIPT_PATH } from "../render/html/script/copy-script.ts";
import { PAGE_SCRIPT, PAGE_SCRIPT_PATH } from "../render/html/script/page-script.ts";
import { type Style, styleOf } from "../render/html/style/style.ts";
import { ALLOWED_METHODS, answerProblem } from "./problems.ts";
import { createRepresentation, type Representation } from "./representation/representation.ts";
import { sendRepresentation } from "./representation/respond.ts";
import { NO_SNIFFING } from "./security-headers.ts";
import type { HttpContext, Service } from "./service.ts";

/** Redirects browsers and readers that look for an icon at its conventional path to the icon of the publication. */
export async function answerFavicon(service: Service, context: HttpContext): Promise<Response> {
  const { icon } = await service.siteFor(context.req.raw.url).store.publication();
  return answerProblem(service, context, icon ? { kind: "moved", location: icon.url } : { kind: "not-found" });
}

/** `Last-Modified` of style sheets and scripts. Their addresses change with their text, so the day does not matter. */
const ASSETS_MODIFIED = Date.UTC(2026, 0, 1);

function asset(text: string, mediaType: string): Representation {
  return createRepresentation({ text, mediaType, modified: ASSETS_MODIFIED }, ASSETS_MODIFIED);
}

/** The scripts, by their paths. */
const SCRIPTS: ReadonlyMap<string, Representation> = new Map([
  [COPY_SCRIPT_PATH, asset(COPY_SCRIPT, "text/javascript")],
  [PAGE_SCRIPT_PATH, asset(PAGE_SCRIPT, "text/javascript")],
]);
const sheets = new WeakMap<Style, Representation>();

/**
 * Answers with a style sheet or a script, whose address contains the hash of its text: the style of the publication,
 * or that of pages which are made without it.
 */
export async function answerAsset(service: Service, context: HttpContext): Promise<Response> {
  const { path } = context.req;
  const { theme } = await service.siteFor(context.req.raw.url).store.publication();
  const style = [styleOf(theme), styleOf()].find((each) => each.path === path);
  const representation = SCRIPTS.get(path) ?? (style && sheetOf(style));
  if (!representation) return answerProblem(service, context, { kind: "not-found" });
  const options = { caching: { kind: "immutable" }, vary: "Accept-Encoding", headers: [] } as const;
  return sendRepresentation(context.req.raw, representation, options, service.now());
}

function sheetOf(style: Style): Representation {
  const known = sheets.get(style);
  if (known) return known;
  const sheet = asset(style.text, "text/css");
  sheets.set(style, sheet);
  return sheet;
}

/** Tells a monitor that the service can read its content. A store that fails throws, which becomes a 500. */
export async function answerHealth(service: Service, context: HttpContext): Promise<Response> {
  const { store } = service.siteFor(context.req.raw.url);
  const { title } = await store.publication();
  await store.version(ALL, { kind: "current" }, service.now());
  const headers: [string, string][] = [
    ["Content-Type", "application/json; charset=utf-8"],
    ["Cache-Control", "no-store"],
    NO_SNIFFING,
  ];
  return new Response(`${JSON.stringify({ status: "ok", publication: title })}\n`, { headers });
}

/** Allows pages of other origins to read, with every request header that saves a feed reader a download. */
export function answerPreflight(): Response {
  const headers = {
    Allow: ALLOWED_METHODS,
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Allow-Methods": ALLOWED_METHODS,
    "Access-Control-Allow-Headers": "Accept, A-IM, If-Modified-Since, If-None-Match, If-Range, Range",
    "Access-Control-Max-Age": "86400",
    "Cache-Control": "no-store",
  };
  return new Response(null, { status: 204, headers });
}
