import { answerProblem } from "./problems.ts";
import { sendMedia } from "./send-media.ts";
import type { HttpContext, Service } from "./service.ts";

/**
 * A media file below the hash of its content. It is sent only while something that is out uses it; whoever has it may keep it for good,
 * because another content would have another address.
 */
export async function answerMedia(service: Service, context: HttpContext, hash: string, name: string) {
  const request = context.req.raw;
  const now = service.now();
  const path = `${hash}/${name}`;
  const file = await service.siteFor(request.url).store.media(path, now);
  if (!file) return answerProblem(service, context, { kind: "not-found" });
  const sent = await sendMedia(request, { path, file, files: service.mediaFiles, caching: { kind: "immutable" }, now });
  return sent instanceof Response ? sent : answerProblem(service, context, sent);
}
