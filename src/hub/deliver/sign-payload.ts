import { createHmac } from "node:crypto";
import type { HubService } from "../service.ts";

/** Returns the value of `X-Hub-Signature` for the bytes of one payload and the secret of a subscriber. */
export type PayloadSigner = (secret: string) => string;

/** Returns the HMAC of the bytes as lower-case hexadecimal digits. */
export type Digest = (algorithm: HubService["signature"], secret: string, bytes: Uint8Array) => string;

const hmac: Digest = (algorithm, secret, bytes) => createHmac(algorithm, secret).update(bytes).digest("hex");

/**
 * Opens a signer of one payload (WebSub section 7.1). A digest reads the whole body, and begins with the secret, so
 * subscribers with different secrets cannot share one. Subscribers with the same secret do: a reading service often
 * has one for all its subscriptions. The digests live as long as the signer, which is one job of the hub.
 *
 * @param digest computes a digest; tests count the calls
 */
export function openPayloadSigner(
  algorithm: HubService["signature"],
  bytes: Uint8Array,
  digest: Digest = hmac,
): PayloadSigner {
  const signatures = new Map<string, string>();
  return (secret) => {
    const known = signatures.get(secret);
    if (known !== undefined) return known;
    const signature = `${algorithm}=${digest(algorithm, secret, bytes)}`;
    signatures.set(secret, signature);
    return signature;
  };
}
