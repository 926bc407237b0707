import { artifactOf } from "../../fixtures/file-content.ts";
import { buildBundle } from "../build-bundle.ts";
import { cpuTime } from "../cpu-time.ts";
import { generatedPublication } from "../generate-articles.ts";
import { median } from "../median.ts";
import type { Table } from "../print-table.ts";
import { progress } from "../progress.ts";
import type { WorkerSettings } from "../worker-settings.ts";
import { callbackOf, type Secrets, secretOf } from "./bench-subscribers.ts";
import { type Started, startBare, startHub } from "./start-hub.ts";
import { type Subscribers, startSubscribers } from "./start-subscribers.ts";

const ROUNDS = 5;
/** The first round brings the code of every side to its final speed. */
const WARM_UP = 1;

/** `cpu` is that of the sender's workerd in milliseconds. */
type Sent = { readonly milliseconds: number; readonly cpu: number };
type Counted = { readonly read: number; readonly written: number; readonly messages: number };
type Turn = Sent & Partial<Counted>;
type Figures = Counted & { readonly left: number; readonly bytes: number };
/** `beside` is the side that it is compared with. */
type Side = { readonly name: string; readonly isBare: boolean; readonly secrets: Secrets; readonly beside?: string };

const BARE = "bare Worker";
const BARE_SIGNED = "bare Worker that signs";
const SIDES: readonly Side[] = [
  { name: BARE, isBare: true, secrets: "none" },
  { name: "hub, no secret", isBare: false, secrets: "none", beside: BARE },
  { name: BARE_SIGNED, isBare: true, secrets: "own" },
  { name: "hub, a secret for each subscriber", isBare: false, secrets: "own", beside: BARE_SIGNED },
  { name: "hub, one secret for all", isBare: false, secrets: "shared", beside: BARE_SIGNED },
];

/**
 * Measures from publishing to the last delivery, beside a Worker that only sends, at several numbers of subscribers.
 * The sides take turns, so that other load of the machine affects all alike.
 */
export async function benchHub(
  folder: string,
  settings: WorkerSettings,
  sizes: readonly number[],
): Promise<readonly Table[]> {
  const { path } = await buildBundle(folder, settings, {
    name: "hub",
    entry: "test/bench/hub/hub-bench-worker.ts",
    content: { kind: "settings", text: artifactOf([], { publication: generatedPublication }) },
  });
  const subscribers = await startSubscribers();
  const hub = await startHub(path, settings);
  const bare = await startBare(settings);
  try {
    await hub.ask("/fill");
    const { bytes } = await hub.ask<Figures>("/size");
    const rows: string[][] = [];
    for (const size of sizes) {
      const turns = new Map<string, Turn[]>(SIDES.map(({ name }) => [name, []]));
      for (let round = -WARM_UP; round < ROUNDS; round += 1) {
        progress(`hub: ${size} subscribers, round ${round + 1} of ${ROUNDS}`);
        for (const { name, isBare, secrets } of SIDES) {
          const turn = isBare
            ? await sendPlainly(bare, subscribers, { size, secrets, bytes })
            : await publish(hub, subscribers, { size, secrets });
          if (round >= 0) turns.get(name)?.push(turn);
        }
      }
      for (const { name, beside } of SIDES)
        rows.push([
          name,
          ...figures(size, turns.get(name) ?? [], beside === undefined ? [] : (turns.get(beside) ?? [])),
        ]);
    }
    return [
      {
        title: `The hub: a feed of ${Math.round(bytes / 1_000)} kB from publishing to the last delivery`,
        columns: ["", "subscribers", "ms to last", "per s", "ratio", "CPU µs", "ratio", "read", "written", "queue"],
        rows,
        notes: [
          "ratio: deliveries/s as hub / bare, and CPU of a delivery as hub / bare; a hub that signs beside a bare Worker that signs.",
          "Targets at 10,000: 0.9 of the deliveries/s without a secret, and 0.8 with one. Medians of interleaved rounds.",
          "A signature is an HMAC, which begins with the secret and reads the whole body: the difference of the bare Workers is its cost, a floor.",
          "The hub computes it once in a page of 250 for all subscribers with the same secret.",
          "CPU: of all threads of workerd, so that of the hub has its database and its queue in it.",
          "read, written, queue: rows and queue operations for 1,000 deliveries. Targets: 1,100, 20 and 20.",
          "The local queue delivers one page of 250 at a time. A deployed hub delivers up to 250 pages at once.",
        ],
      },
    ];
  } finally {
    subscribers.stop();
    await Promise.all([hub.stop(), bare.stop()]);
  }
}

function figures(size: number, turns: readonly Turn[], beside: readonly Turn[]): string[] {
  const middle = (all: readonly Turn[], of: (turn: Turn) => number) => median(all.map(of));
  const time = middle(turns, ({ milliseconds }) => milliseconds);
  const cpu = middle(turns, (turn) => turn.cpu);
  const ratio = (value: number) => (beside.length > 0 ? value.toFixed(2) : "1.00");
  const perThousand = (of: (turn: Turn) => number | undefined) =>
    turns.some((turn) => of(turn) === undefined)
      ? ""
      : ((middle(turns, (turn) => of(turn) ?? 0) * 1_000) / size).toFixed(1);
  return [
    String(size),
    time.toFixed(0),
    ((size * 1_000) / time).toFixed(0),
    ratio(middle(beside, ({ milliseconds }) => milliseconds) / time),
    ((cpu * 1_000) / size).toFixed(0),
    ratio(cpu / middle(beside, (turn) => turn.cpu)),
    perThousand(({ read }) => read),
    perThousand(({ written }) => written),
    // Each message costs three operations: written, read and deleted.
    perThousand(({ messages }) => messages && 3 * messages),
  ];
}

async function sendPlainly(
  bare: Started,
  subscribers: Subscribers,
  { size, secrets, bytes }: { readonly size: number; readonly secrets: Secrets; readonly bytes: number },
): Promise<Turn> {
  const indexes = Array.from({ length: size }, (_, index) => index);
  const callbacks = indexes.map((index) => callbackOf(index, subscribers.port));
  const own = secrets === "none" ? undefined : indexes.map((index) => secretOf(index, secrets));
  const { arrived } = await subscribers.expect(size);
  const used = cpuTime(bare.pid);
  const begun = Date.now();
  await bare.ask("/", { callbacks, bytes, secrets: own });
  return { milliseconds: (await arrived).last - begun, cpu: cpuTime(bare.pid) - used };
}

let published = 0;

async function publish(
  hub: Started,
  subscribers: Subscribers,
  { size, secrets }: { readonly size: number; readonly secrets: Secrets },
): Promise<Turn> {
  await hub.ask("/seed", { subscribers: size, port: subscribers.port, secrets });
  const { arrived } = await subscribers.expect(size);
  published += 1;
  const used = cpuTime(hub.pid);
  const begun = Date.now();
  await hub.ask(`/publish?title=Revision+${published}`);
  const { last } = await arrived;
  // The rows of the last page are written after its last delivery.
  for (;;) {
    const { left, read, written, messages } = await hub.ask<Figures>("/figures");
    if (left === 0) return { milliseconds: last - begun, cpu: cpuTime(hub.pid) - used, read, written, messages };
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
