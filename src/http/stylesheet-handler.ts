import { STYLESHEET } from "../render/html/style/style.ts";
import { createRepresentation } from "./representation.ts";
import { sendRepresentation } from "./respond.ts";
import type { HttpContext, Service } from "./service.ts";

/** The day from which the style sheet's `Last-Modified` counts: its address changes with its text, so any fixed day will do. */
const SINCE = Date.UTC(2026, 0, 1);

const SHEET = createRepresentation({ text: STYLESHEET, mediaType: "text/css", modified: SINCE }, SINCE);

/** The one style sheet, under the hash of its text. */
export async function answerStylesheet(service: Service, context: HttpContext): Promise<Response> {
  const sending = { caching: { kind: "immutable" }, vary: "Accept-Encoding", headers: [] } as const;
  return sendRepresentation(context.req.raw, SHEET, sending, service.now());
}
