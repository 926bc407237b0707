/** `Content-Type` (RFC 9110 section 8.3). */
import { readParameters } from "./parameters.ts";

/** The media type and the names of parameters are in lower case, and so is `charset`; other values are as written. */
export type ContentType = {
  readonly mediaType: string;
  readonly charset?: string;
  readonly parameters: ReadonlyMap<string, string>;
};

/**
 * Tolerant: text that is not a parameter is skipped, and of a parameter that is given twice the first one counts. The
 * media type is empty if the field is missing.
 */
export function parseContentType(field: string | null | undefined): ContentType {
  const text = field ?? "";
  const parameters = new Map<string, string>();
  let at = text.indexOf(";");
  const mediaType = (at === -1 ? text : text.slice(0, at)).trim().toLowerCase();
  while (at !== -1) {
    const { values, end } = readParameters(text, at);
    for (const [name, value] of values) if (!parameters.has(name)) parameters.set(name, value);
    at = text.indexOf(";", end);
  }
  const charset = parameters.get("charset")?.trim().toLowerCase();
  return { mediaType, parameters, ...(charset ? { charset } : {}) };
}
