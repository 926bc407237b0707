import type { DeskProblem } from "../desk-problem.ts";

/** A media type in lower case and the parameter that matters here (RFC 9110 section 8.3.1). */
type ContentType = { readonly mediaType: string; readonly charset?: string | undefined };

const CHARSET = /;\s*charset\s*=\s*(?:"([^"]*)"|([^\s;"]+))/i;

function readContentType(header: string): ContentType {
  const [mediaType = ""] = header.split(";");
  const [, quoted, bare] = CHARSET.exec(header) ?? [];
  return { mediaType: mediaType.trim().toLowerCase(), charset: (quoted ?? bare)?.toLowerCase() };
}

/** The one of the accepted types that was sent, in UTF-8. Other parameters, such as Markdown's `variant`, change nothing. */
export function acceptedType<Type extends string>(request: Request, accepted: readonly Type[]): Type | DeskProblem {
  const found = request.headers.get("content-type");
  const { mediaType, charset = "utf-8" } = readContentType(found ?? "");
  const type = accepted.find((each) => each === mediaType);
  if (type !== undefined && (charset === "utf-8" || charset === "utf8")) return type;
  return { problem: true, kind: "unsupported-media-type", found, accepted };
}
