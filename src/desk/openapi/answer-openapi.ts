import { sendJson } from "../answer.ts";
import type { OpenCall } from "../desk-call.ts";
import type { DeskService } from "../desk-service.ts";
import { createOpenApi } from "./openapi-document.ts";

export async function answerOpenApi(_: DeskService, { origin }: OpenCall): Promise<Response> {
  return sendJson(createOpenApi(origin));
}
