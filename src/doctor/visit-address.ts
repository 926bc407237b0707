import type { Link } from "./facts/link-header.ts";
import { readAnswer } from "./facts/read-answer.ts";
import type { Fetcher } from "./net/fetcher.ts";
import { isPrivateHost } from "./net/public-address.ts";
import type { Visit } from "./visit.ts";

/** The first, plain look at an address. */
export async function visitAddress(
  address: string,
  fetcher: Fetcher,
  { now, announced }: { readonly now: number; readonly announced?: Link },
): Promise<Visit> {
  const plain = await fetcher.fetch({ method: "GET", url: address, headers: {} });
  const known = { address, now, plain, probes: new Map(), ...(announced && { announced }) };
  if (plain.kind === "failure") return { ...known, reading: { kind: "other" }, isPrivateHost: false };
  return { ...known, ...readAnswer(plain), isPrivateHost: isPrivateHost(new URL(plain.url)) };
}
