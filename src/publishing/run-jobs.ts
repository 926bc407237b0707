import type { Publication } from "../model/publication.ts";
import type { Newsroom } from "./newsroom.ts";
import { drainOutbox } from "./outbox.ts";
import { pingHub } from "./ping-hub.ts";

export type JobSetting = {
  readonly db: D1Database;
  readonly newsroom: Newsroom;
  readonly publication: Publication;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  readonly log: (record: Record<string, unknown>) => void;
};

/** What the cron does each minute: settle what has come due, and tell what nobody was told of yet. */
export async function runMinute(setting: JobSetting): Promise<void> {
  const settled = await setting.newsroom.settle(setting.now());
  if (settled > 0) setting.log({ message: "settled", level: "info", articles: settled });
  await runAnnouncements(setting);
}

/** What a message of the queue, or the cron in its place, sets off. */
export async function runAnnouncements({ db, publication, now, log }: JobSetting): Promise<void> {
  const { told, faults } = await drainOutbox(db, now, (feeds) => pingHub(publication, feeds));
  if (told > 0) log({ message: "announced", level: "info", changes: told });
  for (const fault of faults) log({ message: "not announced", level: "error", fault });
}
