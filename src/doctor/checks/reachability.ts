import type { Check } from "../finding.ts";
import { describeFault, type FetchFault } from "../net/fetched.ts";
import type { Visit } from "../visit.ts";
import { answerOf } from "../visit.ts";

/** Faults of the plain request of these kinds. */
function faultsOf(...kinds: readonly FetchFault["kind"][]) {
  return ({ plain }: Visit) =>
    plain.kind === "failure" && kinds.includes(plain.fault.kind) ? [describeFault(plain.fault)] : [];
}

export const REACHABILITY_CHECKS: readonly Check[] = [
  {
    id: "fetch.reachable",
    level: "error",
    summary: "The address answers over HTTP.",
    why: "No reader gets anything; after a while most ask less and less, and mark the feed as broken.",
    how: "See that the name resolves, the server runs and speaks HTTP on this port.",
    examine: faultsOf("unknown-host", "no-connection", "broken-http"),
  },
  {
    id: "fetch.certificate",
    level: "error",
    summary: "The TLS certificate is one that programs trust.",
    why: "Readers refuse the connection and show no page to click through; the intermediate certificate that browsers fetch for themselves is often the one that is missing.",
    how: "Renew the certificate, name this host in it, and serve the whole chain.",
    examine: faultsOf("certificate"),
  },
  {
    id: "fetch.public",
    level: "error",
    summary: "The address and all it redirects to are on the public internet, over http or https, without user names.",
    why: "Hosted readers (Feedly, Inoreader) cannot reach a private network, or refuse to; most readers drop user names in addresses.",
    how: "Serve the feed at a public address. To check a service of your own on this machine, add --allow-private.",
    examine: faultsOf("private", "not-web"),
  },
  {
    id: "fetch.time",
    level: "error",
    summary: "The whole answer is there in time.",
    why: "Readers give up after 10 to 30 seconds (Miniflux: 20) and count it as a failure.",
    how: "Serve the feed from a cache; build it when something changes, not when somebody asks.",
    examine: faultsOf("timeout"),
  },
  {
    id: "fetch.size",
    level: "error",
    summary: "The answer stays within the limit for size, on the wire and decompressed.",
    why: "Readers stop at their limit (Miniflux: 15 MB) and take nothing at all; SmartNews wants 1 MB or less.",
    how: "Put fewer entries in the feed, and link older ones as archives (RFC 5005).",
    examine: faultsOf("too-large"),
  },
  {
    id: "fetch.decodes",
    level: "error",
    summary: "The body is what Content-Encoding says.",
    why: "A body that does not decode is an error in every reader.",
    how: "Compress in one place, the server or the proxy, and send Content-Encoding only with what was compressed.",
    examine: faultsOf("undecodable"),
  },
  {
    id: "fetch.probes",
    level: "error",
    summary: "The server answers every request in the same calm way as the first.",
    why: "A reader that asks with other header fields (validators, a coding, another user agent) gets nothing.",
    how: "Look in the server's log for the requests named here.",
    examine: ({ plain, probes }) => {
      if (plain.kind === "failure") return undefined;
      return [...probes].flatMap(([name, fetched]) =>
        fetched.kind === "failure" && !ELSEWHERE.includes(name)
          ? [`asked "${name}": ${describeFault(fetched.fault)}`]
          : [],
      );
    },
  },
  {
    id: "status.ok",
    level: "error",
    summary: "The address answers with status 200.",
    why: "Readers show an error instead of entries; after 410 some unsubscribe, and FreshRSS leaves a whole host alone after one 429 or 503.",
    how: "Serve the feed at this address, or redirect for good (301 or 308) to where it is now.",
    examine: (visit) => {
      const answer = answerOf(visit);
      return answer && (answer.status === 200 ? [] : [`status ${answer.status}`]);
    },
  },
];

/** Probes of other addresses have checks of their own. */
const ELSEWHERE: readonly string[] = ["self", "archive", "next", "cleartext"];
