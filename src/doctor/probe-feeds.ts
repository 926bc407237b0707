import type { Fetched } from "./net/fetched.ts";
import type { Fetcher } from "./net/fetcher.ts";
import { PROBES, type Probe } from "./probes.ts";
import { answerOf, feedOf, type ProbeName, type Visit } from "./visit.ts";

type Probed = { readonly visits: readonly Visit[]; readonly notSent: readonly NotSent[] };
type NotSent = { readonly where: string; readonly what: string };

/** A server that does not answer this many requests gets no further ones. */
const MAX_FAILURES = 3;

/** Sends the probes for all feeds, the most useful first, until all are sent or the run has no requests left. */
export async function probeFeeds(visits: readonly Visit[], fetcher: Fetcher): Promise<Probed> {
  const probed = visits.map((visit) => ({ ...visit, probes: new Map<ProbeName, Fetched>(visit.probes) }));
  const notSent: NotSent[] = [];
  const sentOnce = new Set<string>();
  for (const tier of [1, 2, 3] as const) {
    for (const visit of probed) {
      for (const probe of PROBES.filter((each) => each.tier === tier)) {
        const request = requestOf(probe, visit, sentOnce);
        if (request === undefined) continue;
        const fetched = hasFailedEnough(visit) ? undefined : await fetcher.fetch(request);
        if (fetched === undefined || (!fetched.ok && fetched.error.fault.kind === "spent"))
          notSent.push({ where: visit.address, what: probe.name });
        else visit.probes.set(probe.name, fetched);
      }
    }
  }
  return { visits: probed, notSent };
}

function requestOf(probe: Probe, visit: Visit, sentOnce: Set<string>) {
  const plain = answerOf(visit);
  if (plain === undefined || visit.reading.kind === "page") return undefined;
  const isGood = plain.status === 200 && feedOf(visit) !== undefined;
  if (!isGood && !probe.evenIfBad) return undefined;
  if (probe.once) {
    const key = `${probe.name} ${new URL(plain.url).host}`;
    if (sentOnce.has(key)) return undefined;
    sentOnce.add(key);
  }
  const request = probe.request(visit, plain);
  return request && { method: "GET" as const, url: plain.url, ...request };
}

function hasFailedEnough({ probes }: Visit): boolean {
  return [...probes.values()].filter(({ ok }) => !ok).length >= MAX_FAILURES;
}
