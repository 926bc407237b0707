import { createHmac } from "node:crypto";
import { clientKey, networkKey } from "../../http/client-address.ts";
import type { HubService } from "../service.ts";

/**
 * Who sent a request, as far as limits need it: keyed hashes of the client's address and of its network. The key is of
 * one day, so nobody can follow a client over days. Without the key, nobody can tell the address.
 */
export type Requester = { readonly client: string; readonly network: string };

const DAY = 86_400_000;
/** 96 bits. */
const HASH_LENGTH = 24;
const KEY_BYTES = 32;

/** Stands in for HUB_SECRET if there is none. The limits of a client then hold in each isolate by themselves. */
let ownKey: Uint8Array | undefined;

export function requesterOf(
  { now, randomBytes, secretKey }: Pick<HubService, "now" | "randomBytes" | "secretKey">,
  headers: Headers,
): Requester {
  ownKey ??= randomBytes(KEY_BYTES);
  const day = Math.floor(now() / DAY);
  const hash = (kind: string, address: string) =>
    createHmac("sha256", secretKey ?? ownKey ?? "")
      .update(JSON.stringify(["dateline: clients of the hub", day, kind, address]))
      .digest("hex")
      .slice(0, HASH_LENGTH);
  return { client: hash("client", clientKey(headers)), network: hash("network", networkKey(headers)) };
}
