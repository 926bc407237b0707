import { DESK_STYLE } from "./desk-style.ts";

export async function answerDeskStyle(): Promise<Response> {
  return new Response(DESK_STYLE, { headers: { "Content-Type": "text/css; charset=utf-8" } });
}
