import { parseContentType } from "../../syntax/content-type.ts";
import { readLimitedBody } from "../../syntax/limited-body.ts";
import { err, ok, type Result } from "../../syntax/result.ts";
import { badRequest, type DeskProblem } from "../problems.ts";

const MAX_FORM_BYTES = 10_000;

/**
 * The accepted media type that the body has, if it is in UTF-8. Other parameters, such as Markdown's `variant`, are
 * ignored.
 */
export function acceptedType<Type extends string>(
  request: Request,
  accepted: readonly Type[],
): Result<Type, DeskProblem> {
  const found = request.headers.get("content-type");
  const { mediaType, charset = "utf-8" } = parseContentType(found);
  const type = accepted.find((each) => each === mediaType);
  if (type !== undefined && (charset === "utf-8" || charset === "utf8")) return ok(type);
  return err({ kind: "unsupported-media-type", found, accepted });
}

/** Reads the whole body if it has `maxBytes` or fewer. A longer one is not read to its end. */
export async function readBody(request: Request, maxBytes: number): Promise<Result<Uint8Array, DeskProblem>> {
  const coding = request.headers.get("content-encoding");
  if (coding !== null && !/^(?:identity)?$/i.test(coding.trim()))
    return err({ kind: "unsupported-coding", found: coding });
  const read = await readLimitedBody(request, maxBytes);
  return read.ok ? read : err({ kind: "too-large", maxBytes });
}

/** Decodes a body as UTF-8, without its byte order mark. */
export function readText(body: Uint8Array): Result<string, DeskProblem> {
  try {
    return ok(new TextDecoder("utf-8", { fatal: true, ignoreBOM: false }).decode(body));
  } catch {
    return err(badRequest({ pointer: "", found: "bytes that are not UTF-8", expected: "text in UTF-8" }));
  }
}

/** Reads the fields of a form of a browser. */
export async function readForm(request: Request): Promise<Result<URLSearchParams, DeskProblem>> {
  const type = acceptedType(request, ["application/x-www-form-urlencoded"]);
  if (!type.ok) return type;
  const body = await readBody(request, MAX_FORM_BYTES);
  if (!body.ok) return body;
  const text = readText(body.value);
  return text.ok ? ok(new URLSearchParams(text.value)) : text;
}
