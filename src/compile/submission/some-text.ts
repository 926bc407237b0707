import { line } from "../../model/schema.ts";

/** A line that is not empty, as the public JSON Schema can say it. */
export const someText = line.meta({ minLength: 1 });

/**
 * What the public JSON Schema says of an address. The URL Standard reads more than RFC 3986 permits, so the form `uri`
 * would be too narrow.
 */
export const WEB_ADDRESS_PATTERN = "^\\s*[Hh][Tt][Tt][Pp][Ss]?:";
