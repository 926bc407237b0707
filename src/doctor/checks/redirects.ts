import type { Check } from "../finding.ts";
import { describeFault } from "../net/fetched.ts";
import { probed, type Visit } from "../visit.ts";

/** The redirects that led to an answer; those that do not are told of as one. */
const hopsOf = ({ plain }: Visit) => (plain.kind === "failure" || plain.hops.length === 0 ? undefined : plain.hops);

export const REDIRECT_CHECKS: readonly Check[] = [
  {
    id: "redirects.end",
    level: "error",
    summary: "Redirects lead to an answer: no circle, no endless chain, no unreadable Location.",
    why: "Every reader stops after 5 to 20 redirects and reports an error.",
    how: "Redirect straight to the one final address.",
    examine: ({ plain }) => {
      if (plain.kind === "answer") return plain.hops.length === 0 ? undefined : [];
      const { kind } = plain.fault;
      const isOurs = kind === "redirect-loop" || kind === "too-many-redirects" || kind === "bad-location";
      return isOurs ? [describeFault(plain.fault)] : undefined;
    },
  },
  {
    id: "redirects.permanent",
    level: "warning",
    summary: "A feed that has moved says so for good (301 or 308).",
    why: "On 302, 303 and 307 readers keep the old address and make two requests at each poll, for ever.",
    how: "Answer 301 or 308 at the old address.",
    examine: (visit) =>
      hopsOf(visit)?.flatMap(({ url, status, location }) =>
        status === 301 || status === 308 ? [] : [`${url} → ${location} with status ${status}`],
      ),
  },
  {
    id: "redirects.direct",
    level: "warning",
    summary: "One redirect, at the most, lies between the address and the feed.",
    why: "Each costs every poll of every reader a round trip, and readers with a low limit stop.",
    how: "Redirect from every old address straight to the final one.",
    examine: (visit) => {
      const hops = hopsOf(visit);
      return hops && (hops.length > 1 ? [`${hops.length} redirects: ${hops.map(({ url }) => url).join(" → ")}`] : []);
    },
  },
  {
    id: "redirects.secure",
    level: "error",
    summary: "No redirect leads from https back to http.",
    why: "Web readers and clients set to https only refuse it, and anyone on the way can write into the feed.",
    how: "Let Location begin with https://.",
    examine: (visit) =>
      hopsOf(visit)?.flatMap(({ url, location }) =>
        url.startsWith("https:") && location.startsWith("http:") ? [`${url} → ${location}`] : [],
      ),
  },
  {
    id: "redirects.same-host",
    level: "note",
    summary: "Redirects stay on the host that was asked.",
    why: "Whoever holds the other host holds the subscribers.",
    how: "Nothing, if the feed moved there on purpose.",
    examine: (visit) =>
      hopsOf(visit)?.flatMap(({ url, location }) => {
        const [from, to] = [new URL(url).hostname, URL.parse(location)?.hostname];
        return from === to || `www.${from}` === to || from === `www.${to}` ? [] : [`${from} → ${to}`];
      }),
  },
  {
    id: "transport.https",
    level: "warning",
    summary: "The feed is served over https.",
    why: "Anyone on the way can write into it, iOS and macOS apps need a special permission for it, and web readers cannot show its pictures.",
    how: "Serve it over https and redirect http there for good.",
    examine: ({ plain, isPrivateHost }) => {
      if (plain.kind === "failure" || isPrivateHost) return undefined;
      return plain.url.startsWith("https:") ? [] : [`${plain.url} is plain http`];
    },
  },
  {
    id: "transport.upgrade",
    level: "note",
    summary: "The same address over http redirects to https.",
    why: "People type addresses without a scheme, and old subscriptions still ask over http.",
    how: "Redirect http to https with 301 or 308.",
    examine: (visit) => {
      const answer = probed(visit, "cleartext");
      if (answer === undefined) return undefined;
      return answer.url.startsWith("https:") ? [] : [`over http it answers ${answer.status} and stays there`];
    },
  },
];
