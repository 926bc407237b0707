import { cpuTime } from "./cpu-time.ts";
import type { LoadGenerator } from "./load-generator.ts";
import { median } from "./median.ts";
import type { Table } from "./print-table.ts";
import { progress } from "./progress.ts";
import { type Act, SIDES, type Side, type Stage } from "./stage-throughput.ts";

/** Many short rounds instead of a few long ones, so that other load of the machine affects all sides alike. */
const ROUNDS = 25;
const CONNECTIONS = 8;
const WARM_UP = 30;
const MEASURED = 150;

/** The result of one side in one round. `cpu` is the server's CPU time in microseconds for each request. */
type Turn = { readonly rate: number; readonly p99: number; readonly cpu: number };

/** Runs every side of an act in turn, round after round. */
async function playAct(load: LoadGenerator, pid: number, act: Act): Promise<Record<Side, Turn[]>> {
  const turns: Record<Side, Turn[]> = {
    "dateline-logging": [],
    "bare-logging": [],
    "dateline-silent": [],
    "bare-silent": [],
  };
  for (let round = -WARM_UP_ROUNDS; round < ROUNDS; round++) {
    for (const side of SIDES) {
      const before = cpuTime(pid);
      const { answers, requestsPerSecond, p99 } = await load.put({
        ...act,
        port: act.ports[side],
        connections: CONNECTIONS,
        warmUpMilliseconds: WARM_UP,
        milliseconds: MEASURED,
      });
      const cpu = ((cpuTime(pid) - before) * 1_000) / answers;
      if (round >= 0) turns[side].push({ rate: requestsPerSecond, p99, cpu });
    }
  }
  return turns;
}

/** These rounds bring the code of every side to its final speed. */
const WARM_UP_ROUNDS = 3;

const COMPARISONS: readonly { readonly name: string; readonly ours: Side; readonly bare: Side }[] = [
  { name: "both log", ours: "dateline-logging", bare: "bare-logging" },
  { name: "neither logs", ours: "dateline-silent", bare: "bare-silent" },
  { name: "only Dateline logs", ours: "dateline-logging", bare: "bare-silent" },
  { name: "Dateline's log alone", ours: "dateline-logging", bare: "dateline-silent" },
];

export async function measureThroughput(load: LoadGenerator, { acts, workerd }: Stage): Promise<Table> {
  const rows: string[][] = [];
  for (const act of acts) {
    progress(`throughput: ${act.name}`);
    const turns = await playAct(load, workerd.pid, act);
    for (const { name, ours, bare } of COMPARISONS)
      rows.push([`${act.name}; ${name}`, ...compare(turns[ours], turns[bare])]);
  }
  return {
    title: `Throughput: one workerd process, ${CONNECTIONS} connections, medians of ${ROUNDS} interleaved rounds`,
    columns: ["", "req/s", "bare", "ratio", "p99 ms", "bare", "ratio", "CPU µs", "bare", "ratio"],
    rows,
    notes: [
      "bare: a Worker that returns the same bytes and headers and does nothing else. Ratios are medians over the rounds: req/s as Dateline / bare,",
      "so 1 is as fast and less is slower; p99 latency and server CPU per request as Dateline / bare, so more is slower.",
      "both log: each writes one line of JSON per request (Dateline's is longer). neither logs: the cost of serving itself.",
      "only Dateline logs: as deployed, beside a Worker without a log.",
      "Dateline's log alone: with its log beside without, so the difference is what the line costs.",
    ],
  };
}

function compare(ours: readonly Turn[], bare: readonly Turn[]): string[] {
  const columns = (value: (turn: Turn) => number, digits: number, ratio: (ours: number, bare: number) => number) => [
    median(ours.map(value)).toFixed(digits),
    median(bare.map(value)).toFixed(digits),
    median(ours.map((turn, round) => ratio(value(turn), value(bare[round] ?? turn)))).toFixed(2),
  ];
  const quotient = (a: number, b: number) => a / b;
  return [
    ...columns(({ rate }) => rate, 0, quotient),
    ...columns(({ p99 }) => p99, 2, quotient),
    ...columns(({ cpu }) => cpu, 0, quotient),
  ];
}
