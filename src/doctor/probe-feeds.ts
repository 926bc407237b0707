import { challengeIn } from "./challenge/challenge.ts";
import type { Fetched } from "./net/fetched.ts";
import type { Fetcher } from "./net/fetcher.ts";
import { PROBES, type Probe } from "./probes.ts";
import { answerOf, feedOf, type ProbeName, type Visit } from "./visit.ts";

type Probed = { readonly visits: readonly Visit[]; readonly notSent: readonly NotSent[] };
type NotSent = { readonly where: string; readonly what: string };

/** A server that does not answer this many requests gets no further ones. */
const MAX_FAILURES = 3;

/** Readers that are told one after the other to come later. The server limits the doctor, and not the readers. */
const MAX_LIMITED = 3;

/** Which requests are sent beside the plain one. */
export type Depth = {
  /** The highest tier. */
  readonly maxTier: Probe["tier"];
  readonly asReaders: boolean;
};

/** Sends the probes for all feeds, the most useful first, until all are sent or the run has no requests left. */
export async function probeFeeds(
  visits: readonly Visit[],
  fetcher: Fetcher,
  { maxTier, asReaders }: Depth,
): Promise<Probed> {
  const probes = PROBES.filter((probe) => (probe.asReader ? asReaders : probe.tier <= maxTier));
  const probed = visits.map((visit) => ({ ...visit, probes: new Map<ProbeName, Fetched>(visit.probes) }));
  const notSent: NotSent[] = [];
  const sentOnce = new Set<string>();
  for (const tier of [1, 2, 3] as const) {
    for (const visit of probed) {
      for (const probe of probes.filter((each) => each.tier === tier)) {
        const request = requestOf(probe, visit, sentOnce);
        if (request === undefined) continue;
        const isOver = hasFailedEnough(visit) || (probe.asReader && isLimited(visit));
        const fetched = isOver ? undefined : await fetcher.fetch(request);
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
  if (plain === undefined || visit.file || visit.reading.kind === "document") return undefined;
  // Behind the page of a protection there may be a feed for others.
  if (visit.reading.kind === "page" && !challengeIn(plain)) return undefined;
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

/** Whether the last readers were all told to come later (RFC 6585 section 4). */
function isLimited({ probes }: Visit): boolean {
  const last = [...probes].filter(([name]) => name.startsWith("as ")).slice(-MAX_LIMITED);
  return last.length === MAX_LIMITED && last.every(([, fetched]) => fetched.ok && fetched.value.status === 429);
}

function hasFailedEnough({ probes }: Visit): boolean {
  return [...probes.values()].filter(({ ok }) => !ok).length >= MAX_FAILURES;
}
