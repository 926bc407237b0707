/** The parts of a `Content-Type` field that matter for text. */
export type ContentType = { readonly mediaType: string; readonly charset?: string };

/** Both in lower case; an empty media type where the field is missing. */
export function readContentType(field: string | undefined): ContentType {
  const [mediaType = "", ...parameters] = (field ?? "").split(";").map((part) => part.trim());
  const charset = parameters.map((parameter) => /^charset\s*=\s*"?([^"\s]+)"?$/i.exec(parameter)?.[1]).find(Boolean);
  return { mediaType: mediaType.toLowerCase(), ...(charset !== undefined && { charset: charset.toLowerCase() }) };
}
