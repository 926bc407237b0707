import { isLoopback } from "../../site/loopback.ts";

/** The newsroom's origin, or why what was given is none. */
export type ReadAddress =
  | { readonly ok: true; readonly origin: string }
  | { readonly ok: false; readonly expected: string };

/** Where a newsroom is reached. A token is a secret, so it goes over https, or to this machine. */
export function readDeskAddress(text: string): ReadAddress {
  const url = URL.parse(text);
  if (!url || !/^https?:$/.test(url.protocol))
    return { ok: false, expected: "the address of a newsroom, such as https://news.example.org" };
  if (url.username || url.password || url.search || url.hash || url.pathname !== "/")
    return { ok: false, expected: `the address of the newsroom alone: ${url.origin}` };
  if (url.protocol === "http:" && !isLoopback(url.hostname))
    return {
      ok: false,
      expected: "an address that begins with https://, or everybody on the way could read the token",
    };
  return { ok: true, origin: url.origin };
}
