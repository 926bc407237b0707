import { Buffer } from "node:buffer";

/** What a subscriber asked for, as far as it can be told from the form alone (WebSub section 5.1). */
export type SubscriptionRequest = {
  readonly mode: "subscribe" | "unsubscribe";
  readonly callback: string;
  readonly topic: string;
  /** In seconds; absent where the hub is to choose. */
  readonly lease?: number;
  readonly secret?: string;
};

/** WebSub section 5.1: "MUST be less than 200 bytes in length". */
const SECRET_LIMIT = 200;
const KNOWN = ["hub.callback", "hub.mode", "hub.topic", "hub.lease_seconds", "hub.secret"] as const;

/** Reads the form, or says what is wrong with it. Parameters that are not known change nothing, however often they come (WebSub section 5.1). */
export function readSubscriptionRequest(form: URLSearchParams): SubscriptionRequest | { readonly fault: string } {
  const repeated = KNOWN.find((name) => form.getAll(name).length > 1);
  if (repeated !== undefined) return { fault: `${repeated}: expected it once.` };
  const mode = form.get("hub.mode");
  if (mode === "publish")
    return { fault: "hub.mode: publish is not offered; the service tells this hub itself of each change." };
  if (mode !== "subscribe" && mode !== "unsubscribe") return { fault: "hub.mode: expected subscribe or unsubscribe." };
  const callback = form.get("hub.callback") ?? "";
  if (callback === "") return { fault: "hub.callback: expected the address to send to." };
  const topic = form.get("hub.topic") ?? "";
  if (topic === "") return { fault: "hub.topic: expected the address of a feed, as its rel=self says it." };
  if (mode === "unsubscribe") return { mode, callback, topic };
  const seconds = form.get("hub.lease_seconds") ?? "";
  if (!/^(?:|0*[1-9]\d{0,14})$/.test(seconds))
    return { fault: "hub.lease_seconds: expected a whole number of seconds, 1 or more." };
  const secret = form.get("hub.secret") ?? "";
  if (Buffer.byteLength(secret) >= SECRET_LIMIT)
    return { fault: `hub.secret: expected fewer than ${SECRET_LIMIT} bytes.` };
  return {
    mode,
    callback,
    topic,
    ...(seconds !== "" && { lease: Number(seconds) }),
    ...(secret !== "" && { secret }),
  };
}
