import { type HubRefusal, refuse } from "./hub-refusal.ts";

const FORM = "application/x-www-form-urlencoded";
const MAX_BYTES = 8_192;

/** The fields of a form (WebSub section 5.1). What is longer than any request needs is not read to its end. */
export async function readHubForm(request: Request): Promise<URLSearchParams | HubRefusal> {
  const [type = ""] = (request.headers.get("content-type") ?? "").split(";");
  if (type.trim().toLowerCase() !== FORM) {
    await request.body?.cancel();
    return refuse(`Expected a form: Content-Type: ${FORM}.`, 415);
  }
  const decoder = new TextDecoder();
  let text = "";
  let length = 0;
  const reader = request.body?.getReader();
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    length += part.value.length;
    if (length > MAX_BYTES) {
      await reader?.cancel();
      return refuse(`The form is longer than ${MAX_BYTES} bytes.`, 413);
    }
    text += decoder.decode(part.value, { stream: true });
  }
  return new URLSearchParams(text + decoder.decode());
}
