import { readDeskAddress } from "./desk-address.ts";

/** Where a newsroom is and what lets us in, as a command line names them; or what is wrong with that. `flag` is the one that names the address. */
export function readDesk(
  flag: "to" | "from",
  address: string | undefined,
  token = "",
): { readonly origin: string; readonly token: string } | string {
  if (address === undefined)
    return `say ${flag === "to" ? "where to" : "where from"}: --${flag} https://news.example.org`;
  const read = readDeskAddress(address);
  if (!read.ok) return `--${flag} ${address}: expected ${read.expected}`;
  if (!/^[\x21-\x7E]+$/.test(token))
    return token === ""
      ? "the newsroom asks for a token: set DATELINE_TOKEN, or add --token"
      : "the token has signs that no token has: copy it again";
  return { origin: read.origin, token };
}
