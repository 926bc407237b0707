import type { HubService } from "../hub-service.ts";
import { topicAddress, topicOfName } from "../topic.ts";
import type { Parcel } from "./delivery.ts";
import { readSnapshot } from "./snapshot.ts";

/** A fan-out as the database has it: columns of `fan_outs f` and `topics t`. */
export type ParcelRow = {
  readonly fanOut: number;
  readonly snapshot: string;
  readonly headers: string;
  readonly topic: number;
  readonly name: string;
};

export const PARCEL_COLUMNS = "f.number AS fanOut, f.snapshot, f.headers, t.number AS topic, t.name";

/**
 * With its body, from the bucket. Where that is gone, as it may be after a restore, the topic as it is now does as well: nothing where there
 * is no such feed any more.
 */
export async function openParcel(
  service: HubService,
  { fanOut, headers, name, snapshot, topic }: ParcelRow,
): Promise<Parcel | undefined> {
  const subject = topicOfName(name);
  const about = { fanOut, topic, name, address: topicAddress(subject, service.origin) };
  const bytes = await readSnapshot(service, snapshot);
  if (bytes) return { ...about, bytes, headers: JSON.parse(headers) };
  const rendered = await service.render(subject);
  return rendered && { ...about, bytes: rendered.bytes, headers: rendered.headers };
}
