import { createHash } from "node:crypto";
import type { HubService, RenderedTopic } from "../service.ts";
import { topicAddress, topicOfName } from "../topic.ts";

/** A revision of a topic as it is sent to subscribers. `name` and `address` are the topic's. */
export type Payload = {
  readonly fanOut: number;
  readonly topic: number;
  readonly name: string;
  readonly address: string;
  readonly bytes: Uint8Array;
  readonly headers: readonly (readonly [name: string, value: string])[];
};

/** The recipient of a payload. `attempts` counts the failed deliveries so far. */
export type Subscriber = {
  readonly slot: number;
  readonly callback: string;
  readonly host: string;
  readonly protocol: string;
  /** Encrypted. */
  readonly secret: string | null;
  readonly lease: number;
  readonly attempts: number;
};

/** Identifies a delivery in the log and in the request: `<fanOut>.<slot>.<attempt>`, with attempts counted from 1. */
export function deliveryId({ fanOut }: Payload, { slot, attempts }: Subscriber): string {
  return `${fanOut}.${slot}.${attempts + 1}`;
}

/** A fan-out in the database: `PAYLOAD_COLUMNS` of `fan_outs f` and `topics t`. */
export type PayloadRow = {
  readonly fanOut: number;
  readonly snapshot: string;
  readonly headers: string;
  readonly topic: number;
  readonly name: string;
};

export const PAYLOAD_COLUMNS = "f.number AS fanOut, f.snapshot, f.headers, t.number AS topic, t.name";

/**
 * Reads the payload of a fan-out. If the bucket has lost the snapshot, for example after a restore, the topic is
 * rendered as it is now. Returns undefined if the feed no longer exists either.
 */
export async function readPayload(
  service: HubService,
  { fanOut, headers, name, snapshot, topic }: PayloadRow,
): Promise<Payload | undefined> {
  const subject = topicOfName(name);
  const identity = { fanOut, topic, name, address: topicAddress(subject, service.origin) };
  const bytes = await readSnapshot(service, snapshot);
  if (bytes) return { ...identity, bytes, headers: JSON.parse(headers) };
  const rendered = await service.render(subject);
  return rendered && { ...identity, bytes: rendered.bytes, headers: rendered.headers };
}

/** Returns undefined if the bucket does not have the snapshot. */
async function readSnapshot({ snapshots, snapshotMemory }: HubService, key: string): Promise<Uint8Array | undefined> {
  const known = snapshotMemory.get(key);
  if (known) return known;
  const stored = await snapshots.get(key);
  if (!stored) return undefined;
  const bytes = new Uint8Array(await stored.arrayBuffer());
  snapshotMemory.set(key, bytes);
  return bytes;
}

/** The prefix of a topic's snapshots in the bucket. */
export function snapshotFolder(topic: number): string {
  return `snapshots/${topic}/`;
}

/**
 * Stores the body of a revision for the workers that deliver it, and returns its key in the bucket. The key is a digest
 * of the body. A fan-out that is repeated after a crash therefore writes the same bytes to the same key, and a key that
 * a worker remembers never stands for other bytes. A state may: a database that is restored from a backup counts again.
 */
export async function storeSnapshot(service: HubService, topic: number, { bytes }: RenderedTopic): Promise<string> {
  const name = createHash("sha256").update(bytes).digest("hex").slice(0, 32);
  const key = snapshotFolder(topic) + name;
  await service.snapshots.put(key, bytes);
  service.snapshotMemory.set(key, bytes);
  return key;
}
