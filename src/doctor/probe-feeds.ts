import type { Fetched } from "./net/fetched.ts";
import type { Fetcher } from "./net/fetcher.ts";
import { PROBES, type Probe } from "./probes.ts";
import { answerOf, feedOf, type ProbeName, type Visit } from "./visit.ts";

type Probed = { readonly visits: readonly Visit[]; readonly notAsked: readonly NotAsked[] };
type NotAsked = { readonly where: string; readonly what: string };

/** A server that leaves this many requests unanswered is left in peace. */
const MAX_FAILURES = 3;

/** Puts the questions to all feeds, the most telling first, until all are asked or the run has no more requests. */
export async function probeFeeds(visits: readonly Visit[], fetcher: Fetcher): Promise<Probed> {
  const probed = visits.map((visit) => ({ ...visit, probes: new Map<ProbeName, Fetched>(visit.probes) }));
  const notAsked: NotAsked[] = [];
  const askedOnce = new Set<string>();
  for (const tier of [1, 2, 3] as const) {
    for (const visit of probed) {
      for (const probe of PROBES.filter((each) => each.tier === tier)) {
        const request = requestOf(probe, visit, askedOnce);
        if (request === undefined) continue;
        const fetched = hasFailedEnough(visit) ? undefined : await fetcher.fetch(request);
        if (fetched === undefined || (fetched.kind === "failure" && fetched.fault.kind === "spent"))
          notAsked.push({ where: visit.address, what: probe.name });
        else visit.probes.set(probe.name, fetched);
      }
    }
  }
  return { visits: probed, notAsked };
}

function requestOf(probe: Probe, visit: Visit, askedOnce: Set<string>) {
  const plain = answerOf(visit);
  if (plain === undefined || visit.reading.kind === "page") return undefined;
  const isGood = plain.status === 200 && feedOf(visit) !== undefined;
  if (!isGood && !probe.evenIfBad) return undefined;
  if (probe.once) {
    const key = `${probe.name} ${new URL(plain.url).host}`;
    if (askedOnce.has(key)) return undefined;
    askedOnce.add(key);
  }
  const request = probe.request(visit, plain);
  return request && { method: "GET" as const, url: plain.url, ...request };
}

function hasFailedEnough({ probes }: Visit): boolean {
  return [...probes.values()].filter(({ kind }) => kind === "failure").length >= MAX_FAILURES;
}
