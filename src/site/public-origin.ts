import { PLACEHOLDER_ORIGIN } from "./addresses.ts";

/** A value with the addresses of our own as the world knows them. The newsroom keeps them below a host that cannot exist. */
export function withPublicOrigin<Value>(value: Value, origin: string): Value {
  return withOrigin(value, PLACEHOLDER_ORIGIN, origin);
}

/** The way back: a value that was read at the desk, as it is kept. */
export function withStoredOrigin<Value>(value: Value, origin: string): Value {
  return withOrigin(value, origin, PLACEHOLDER_ORIGIN);
}

function withOrigin<Value>(value: Value, from: string, to: string): Value {
  return JSON.parse(JSON.stringify(value).replaceAll(from, to));
}
