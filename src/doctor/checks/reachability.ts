import type { Check } from "../finding.ts";
import { describeFault, type FetchFault } from "../net/fetched.ts";
import type { Visit } from "../visit.ts";
import { answerOf } from "../visit.ts";

/** Reports the fault of the plain request if it is of one of these kinds. */
function faultsOf(...kinds: readonly FetchFault["kind"][]) {
  return ({ plain }: Visit) =>
    !plain.ok && kinds.includes(plain.error.fault.kind) ? [describeFault(plain.error.fault)] : [];
}

export const REACHABILITY_CHECKS: readonly Check[] = [
  {
    id: "file.readable",
    level: "error",
    summary: "The file is there and can be read.",
    why: "Nothing in it was checked.",
    how: "Correct the name. For an address, begin with http:// or https://.",
    examine: (visit) => (visit.file || isFileFault(visit) ? faultsOf("no-file")(visit) : undefined),
  },
  {
    id: "fetch.reachable",
    level: "error",
    isOfExchange: true,
    summary: "The address answers over HTTP.",
    why: "No reader gets the feed. After a while, most ask less often and mark the feed as broken.",
    how: "Check that the name resolves, the server runs, and it speaks HTTP on this port.",
    examine: faultsOf("unknown-host", "no-connection", "broken-http"),
  },
  {
    id: "fetch.certificate",
    level: "error",
    isOfExchange: true,
    summary: "Programs trust the TLS certificate.",
    why: "Readers refuse the connection, and people cannot override that. Often the intermediate certificate is missing, which browsers download themselves.",
    how: "Renew the certificate, include this host name in it, and serve the whole chain.",
    examine: faultsOf("certificate"),
  },
  {
    id: "fetch.public",
    level: "error",
    isOfExchange: true,
    summary: "The address and its redirects are on the public internet, use http or https, and have no user names.",
    why: "Hosted readers (Feedly, Inoreader) cannot reach a private network, or refuse to. Most readers remove user names from addresses.",
    how: "Serve the feed at a public address. The doctor follows a private address that you type, and from elsewhere to one only with --allow-private.",
    examine: faultsOf("private", "not-web"),
  },
  {
    id: "fetch.time",
    level: "error",
    isOfExchange: true,
    summary: "The answer is complete in time.",
    why: "Readers stop waiting after 10 to 30 seconds (Miniflux: 20) and count a failure.",
    how: "Serve the feed from a cache. Build it when something changes, not when a client asks.",
    examine: faultsOf("timeout"),
  },
  {
    id: "fetch.size",
    level: "error",
    summary: "The answer is not larger than the limit, both compressed and decompressed.",
    why: "Readers stop at their limit (Miniflux: 15 MB) and use nothing of the feed. SmartNews accepts at most 1 MB.",
    how: "Put fewer entries into the feed, and link older ones as archives (RFC 5005).",
    examine: faultsOf("too-large"),
  },
  {
    id: "fetch.decodes",
    level: "error",
    isOfExchange: true,
    summary: "The body has the coding that Content-Encoding names.",
    why: "No reader can decode the body.",
    how: "Compress in one place, the server or the proxy, and send Content-Encoding only with a compressed body.",
    examine: faultsOf("undecodable"),
  },
  {
    id: "fetch.probes",
    level: "error",
    isOfExchange: true,
    summary: "The server answers every request like the first.",
    why: "A reader that sends other header fields (validators, a coding, another User-Agent) gets no answer.",
    how: "Look for the named requests in the log of the server.",
    examine: ({ plain, probes }) => {
      if (!plain.ok) return undefined;
      return [...probes].flatMap(([name, fetched]) =>
        fetched.ok || ELSEWHERE.includes(name) ? [] : [`request "${name}": ${describeFault(fetched.error.fault)}`],
      );
    },
  },
  {
    id: "status.ok",
    level: "error",
    isOfExchange: true,
    summary: "The address answers with status 200.",
    why: "Readers show an error instead of entries. After a 410 some unsubscribe, and after one 429 or 503 FreshRSS pauses requests to the whole host.",
    how: "Serve the feed at this address, or redirect permanently (301 or 308) to its new address.",
    examine: (visit) => {
      const answer = answerOf(visit);
      return answer && (answer.status === 200 ? [] : [`the address answers with status ${answer.status}`]);
    },
  },
];

function isFileFault({ plain }: Visit): boolean {
  return !plain.ok && plain.error.fault.kind === "no-file";
}

/** Probes of other addresses, which have checks of their own. */
const ELSEWHERE: readonly string[] = ["self", "archive", "next", "cleartext"];
