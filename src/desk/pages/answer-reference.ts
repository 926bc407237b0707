import type { OpenCall } from "../desk-call.ts";
import type { DeskService } from "../desk-service.ts";
import { createOpenApi } from "../openapi/openapi-document.ts";
import { renderReferencePage } from "./reference-page.tsx";
import { sendPage } from "./send-page.ts";

export async function answerReference(service: DeskService, { origin, url }: OpenCall): Promise<Response> {
  const publication = await service.siteFor(url.href).store.publication();
  return sendPage(renderReferencePage(createOpenApi(origin), publication));
}
