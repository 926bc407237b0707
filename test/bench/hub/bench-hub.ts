import { artifactOf } from "../../fixtures/file-content.ts";
import { buildBundle } from "../build-bundle.ts";
import { generatedPublication } from "../generate-articles.ts";
import { median } from "../median.ts";
import type { Table } from "../print-table.ts";
import { progress } from "../progress.ts";
import type { WorkerSettings } from "../worker-settings.ts";
import { callbackOf } from "./bench-subscribers.ts";
import { type Started, startBare, startHub } from "./start-hub.ts";
import { type Subscribers, startSubscribers } from "./start-subscribers.ts";

const SIZES = [100, 1_000, 10_000];
const ROUNDS = 5;
/** The first round brings the code of every side to its final speed. */
const WARM_UP = 1;

type Turn = {
  readonly milliseconds: number;
  readonly read: number;
  readonly written: number;
  readonly messages: number;
};
type Counted = Omit<Turn, "milliseconds"> & { readonly left: number; readonly bytes: number };
type Side = { readonly name: string; readonly isSigned: boolean };

const SIDES: readonly Side[] = [
  { name: "no secret", isSigned: false },
  { name: "signed", isSigned: true },
];

/**
 * Measures from publishing to the last delivery, beside a Worker that only sends, at several numbers of subscribers.
 * The sides take turns, so that other load of the machine affects all alike.
 */
export async function benchHub(folder: string, settings: WorkerSettings): Promise<readonly Table[]> {
  const { path } = await buildBundle(folder, settings, {
    name: "hub",
    entry: "test/bench/hub/hub-bench-worker.ts",
    content: { kind: "artifact", text: artifactOf([], { publication: generatedPublication }) },
  });
  const subscribers = await startSubscribers();
  const hub = await startHub(path, settings);
  const bare = await startBare(settings);
  try {
    await hub.ask("/fill");
    const { bytes } = await hub.ask<Counted>("/size");
    const rows: string[][] = [];
    for (const size of SIZES) {
      const bareTimes: number[] = [];
      const turns = new Map<Side, Turn[]>(SIDES.map((side) => [side, []]));
      for (let round = -WARM_UP; round < ROUNDS; round += 1) {
        progress(`hub: ${size} subscribers, round ${round + 1} of ${ROUNDS}`);
        const plain = await sendPlainly(bare, subscribers, size, bytes);
        if (round >= 0) bareTimes.push(plain);
        for (const [side, measured] of turns) {
          const turn = await publish(hub, subscribers, size, side);
          if (round >= 0) measured.push(turn);
        }
      }
      rows.push(["bare Worker", ...speed(size, median(bareTimes)), "1.00"]);
      for (const [{ name }, measured] of turns) rows.push([`hub, ${name}`, ...figures(size, bareTimes, measured)]);
    }
    return [
      {
        title: `The hub: a feed of ${Math.round(bytes / 1_000)} kB from publishing to the last delivery`,
        columns: [
          "",
          "subscribers",
          "ms to the last",
          "deliveries/s",
          "ratio",
          "rows read per 1,000",
          "written per 1,000",
          "queue operations per 1,000",
        ],
        rows,
        notes: [
          "Targets: ratio 0.8 at 10,000; 1,100 rows read, 20 written and 20 queue operations per 1,000 deliveries. The ratio compares the medians of interleaved rounds.",
          "The local queue delivers one page of 250 at a time. A deployed hub delivers up to 250 pages at once.",
        ],
      },
    ];
  } finally {
    subscribers.stop();
    await Promise.all([hub.stop(), bare.stop()]);
  }
}

function figures(size: number, bareTimes: readonly number[], turns: readonly Turn[]): string[] {
  const time = median(turns.map(({ milliseconds }) => milliseconds));
  const perThousand = (of: (turn: Turn) => number) => ((median(turns.map(of)) * 1_000) / size).toFixed(1);
  return [
    ...speed(size, time),
    (median(bareTimes) / time).toFixed(2),
    perThousand(({ read }) => read),
    perThousand(({ written }) => written),
    // Each message costs three operations: written, read and deleted.
    perThousand(({ messages }) => 3 * messages),
  ];
}

function speed(size: number, milliseconds: number): string[] {
  return [String(size), milliseconds.toFixed(0), ((size * 1_000) / milliseconds).toFixed(0)];
}

async function sendPlainly(bare: Started, subscribers: Subscribers, size: number, bytes: number): Promise<number> {
  const callbacks = Array.from({ length: size }, (_, index) => callbackOf(index, subscribers.port));
  const { arrived } = await subscribers.expect(size);
  const begun = Date.now();
  await bare.ask("/", { callbacks, bytes });
  return (await arrived).last - begun;
}

let published = 0;

async function publish(hub: Started, subscribers: Subscribers, size: number, { isSigned }: Side): Promise<Turn> {
  await hub.ask("/seed", { subscribers: size, port: subscribers.port, isSigned });
  const { arrived } = await subscribers.expect(size);
  published += 1;
  const begun = Date.now();
  await hub.ask(`/publish?title=Revision+${published}`);
  const { last } = await arrived;
  // The rows of the last page are written after its last delivery.
  for (;;) {
    const { left, read, written, messages } = await hub.ask<Counted>("/figures");
    if (left === 0) return { milliseconds: last - begun, read, written, messages };
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
