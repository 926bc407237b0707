import type { Check } from "../finding.ts";
import { describeFault } from "../net/fetched.ts";
import { probed, type Visit } from "../visit.ts";

/** The redirects that led to an answer. `redirects.end` reports those that did not. */
const hopsOf = ({ plain }: Visit) => (plain.ok && plain.value.hops.length > 0 ? plain.value.hops : undefined);

export const REDIRECT_CHECKS: readonly Check[] = [
  {
    id: "redirects.end",
    level: "error",
    summary: "Redirects lead to an answer, without a loop, an endless chain or an invalid Location.",
    why: "Every reader stops after 5 to 20 redirects and reports an error.",
    how: "Redirect directly to the final address.",
    examine: ({ plain }) => {
      if (plain.ok) return plain.value.hops.length === 0 ? undefined : [];
      const { fault } = plain.error;
      const { kind } = fault;
      const isRedirectFault = kind === "redirect-loop" || kind === "too-many-redirects" || kind === "bad-location";
      return isRedirectFault ? [describeFault(fault)] : undefined;
    },
  },
  {
    id: "redirects.permanent",
    level: "warning",
    summary: "A moved feed redirects permanently (301 or 308).",
    why: "After a 302, 303 or 307, readers keep the old address and always send two requests.",
    how: "Answer with 301 or 308 at the old address.",
    examine: (visit) =>
      hopsOf(visit)?.flatMap(({ url, status, location }) =>
        status === 301 || status === 308 ? [] : [`${url} → ${location} with status ${status}`],
      ),
  },
  {
    id: "redirects.direct",
    level: "warning",
    summary: "At most one redirect leads to the feed.",
    why: "Each redirect adds a round trip to every request of every reader, and readers with a low limit stop.",
    how: "Redirect from every old address directly to the final one.",
    examine: (visit) => {
      const hops = hopsOf(visit);
      return hops && (hops.length > 1 ? [`${hops.length} redirects: ${hops.map(({ url }) => url).join(" → ")}`] : []);
    },
  },
  {
    id: "redirects.secure",
    level: "error",
    summary: "No redirect leads from https back to http.",
    why: "Web readers, and clients that require https, refuse the redirect. Anyone on the network path can change the feed.",
    how: "Redirect to an address that begins with https://.",
    examine: (visit) =>
      hopsOf(visit)?.flatMap(({ url, location }) =>
        url.startsWith("https:") && location.startsWith("http:") ? [`${url} → ${location}`] : [],
      ),
  },
  {
    id: "redirects.same-host",
    level: "note",
    summary: "Redirects stay on the requested host.",
    why: "The owner of the other host controls what the subscribers get.",
    how: "Nothing to fix if you moved the feed there on purpose.",
    examine: (visit) =>
      hopsOf(visit)?.flatMap(({ url, location }) => {
        const [from, to] = [new URL(url).hostname, URL.parse(location)?.hostname];
        return from === to || `www.${from}` === to || from === `www.${to}` ? [] : [`${from} → ${to}`];
      }),
  },
  {
    id: "transport.https",
    level: "warning",
    summary: "The feed is served with https.",
    why: "Anyone on the network path can change the feed, apps on iOS and macOS need a special permission for it, and web readers cannot show its images.",
    how: "Serve the feed with https, and redirect http to https permanently.",
    examine: ({ plain, isPrivateHost }) => {
      if (!plain.ok || isPrivateHost) return undefined;
      const { url } = plain.value;
      return url.startsWith("https:") ? [] : [`${url} is plain http`];
    },
  },
  {
    id: "transport.without-tls",
    level: "warning",
    summary: "The host answers with https when an address is typed without a scheme.",
    why: "Browsers and readers try https first. People who type the address wait for it to fail, or see an error.",
    how: "Serve the host with https, and redirect http to https permanently.",
    examine: ({ withoutTls, plain }) => {
      if (withoutTls === undefined) return undefined;
      const then = plain.ok ? `so ${plain.value.hops[0]?.url ?? plain.value.url} was checked` : "and http failed, too";
      return [`${withoutTls}, ${then}`];
    },
  },
  {
    id: "transport.upgrade",
    level: "note",
    summary: "The same address with http redirects to https.",
    why: "People type addresses without a scheme, and old subscriptions use http.",
    how: "Redirect http to https with 301 or 308.",
    examine: (visit) => {
      const answer = probed(visit, "cleartext");
      if (answer === undefined) return undefined;
      return answer.url.startsWith("https:")
        ? []
        : [`with http it answers with status ${answer.status} and does not redirect to https`];
    },
  },
];
