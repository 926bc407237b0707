import { badRequest, type DeskProblem } from "../desk-problem.ts";

/** The whole body, as long as it is no longer than allowed: what is longer is not read to its end. */
export async function readBody(request: Request, most: number): Promise<Uint8Array | DeskProblem> {
  const coding = request.headers.get("content-encoding");
  if (coding !== null && !/^\s*(?:identity)?\s*$/i.test(coding))
    return { problem: true, kind: "unsupported-coding", found: coding };
  const tooLarge: DeskProblem = { problem: true, kind: "too-large", most };
  if (Number(request.headers.get("content-length") ?? 0) > most) {
    await request.body?.cancel();
    return tooLarge;
  }
  const parts: Uint8Array[] = [];
  let length = 0;
  const reader = request.body?.getReader();
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    length += part.value.length;
    if (length > most) {
      await reader?.cancel();
      return tooLarge;
    }
    parts.push(part.value);
  }
  return joined(parts, length);
}

function joined(parts: readonly Uint8Array[], length: number): Uint8Array {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** The text of a body, without its byte order mark. */
export function readText(body: Uint8Array): string | DeskProblem {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: false }).decode(body);
  } catch {
    return badRequest({ pointer: "", found: "bytes that are no UTF-8", expected: "text in UTF-8" });
  }
}
