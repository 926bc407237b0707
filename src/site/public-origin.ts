import { PLACEHOLDER_ORIGIN } from "./addresses.ts";

/**
 * Exchanges the placeholder origin for the public one. What is compiled or stored has our own addresses below the
 * placeholder; what a client gets or sends has them below the public origin.
 */

/** A text, such as HTML or JSON, for a client. */
export function textWithPublicOrigin(text: string, origin: string): string {
  return text.replaceAll(PLACEHOLDER_ORIGIN, origin);
}

/** A text that was read from the service, for the store. */
export function textWithStoredOrigin(text: string, origin: string): string {
  return text.replaceAll(origin, PLACEHOLDER_ORIGIN);
}

/** A value for a client. The value must survive JSON. */
export function withPublicOrigin<Value>(value: Value, origin: string): Value {
  return JSON.parse(textWithPublicOrigin(JSON.stringify(value), origin));
}

/** A value that was compiled with the public origin, for the store. The value must survive JSON. */
export function withStoredOrigin<Value>(value: Value, origin: string): Value {
  return JSON.parse(textWithStoredOrigin(JSON.stringify(value), origin));
}
