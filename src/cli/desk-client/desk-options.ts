import { isLoopback } from "../../site/loopback.ts";
import { err, ok, type Result } from "../../syntax/result.ts";
import type { WrongUse } from "../console/command.ts";

/** A newsroom's origin, and a token for its desk. */
export type DeskAccess = { readonly origin: string; readonly token: string };

/** Reads the address and the token of a command line. `flag` is the option that holds the address. */
export function readDesk(flag: "to" | "from", address: string | undefined, token = ""): Result<DeskAccess, WrongUse> {
  if (address === undefined)
    return err({ message: `say ${flag === "to" ? "where to" : "where from"}: --${flag} https://news.example.org` });
  const origin = readDeskAddress(address);
  if (!origin.ok) return err({ message: `--${flag} ${address}: expected ${origin.error.expected}` });
  if (token === "") return err({ message: "the newsroom asks for a token: set DATELINE_TOKEN, or add --token" });
  if (!/^[\x21-\x7E]+$/.test(token))
    return err({ message: "the token has characters that tokens do not have: copy it again" });
  return ok({ origin: origin.value, token });
}

/** Reads the origin of a newsroom. A token is a secret, so it is sent over https only, or to this machine. */
export function readDeskAddress(text: string): Result<string, { readonly expected: string }> {
  const url = URL.parse(text);
  if (!url || !/^https?:$/.test(url.protocol))
    return err({ expected: "the address of a newsroom, such as https://news.example.org" });
  if (url.username || url.password || url.search || url.hash || url.pathname !== "/")
    return err({ expected: `the address of the newsroom alone: ${url.origin}` });
  if (url.protocol === "http:" && !isLoopback(url.hostname))
    return err({ expected: "an address that begins with https://: over http, others could read the token" });
  return ok(url.origin);
}
