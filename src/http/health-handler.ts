import { ALL } from "../model/selection.ts";
import { NO_SNIFFING } from "./security-headers.ts";
import type { HttpContext, Service } from "./service.ts";

/** Whether the service can read what it publishes, for whoever watches it. */
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
