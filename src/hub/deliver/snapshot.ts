import { createHash } from "node:crypto";
import type { HubService, RenderedTopic } from "../hub-service.ts";

/** Where the snapshots of a topic lie in the bucket. */
export function snapshotFolder(topic: number): string {
  return `snapshots/${topic}/`;
}

/**
 * Keeps the body of a revision for all that deliver it; its name in the bucket. It is named for the state, which has one body: whoever does a
 * fan-out again after a crash puts the same bytes in the same place.
 */
export async function keepSnapshot(service: HubService, topic: number, { bytes, state }: RenderedTopic) {
  const name = createHash("sha256").update(state).digest("hex").slice(0, 32);
  const key = snapshotFolder(topic) + name;
  await service.snapshots.put(key, bytes);
  return key;
}

export async function readSnapshot(service: HubService, key: string): Promise<Uint8Array | undefined> {
  const found = await service.snapshots.get(key);
  return found ? new Uint8Array(await found.arrayBuffer()) : undefined;
}
