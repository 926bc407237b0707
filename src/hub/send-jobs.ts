import type { HubJob } from "./hub-job.ts";
import type { HubService } from "./hub-service.ts";

/** The queue takes so many messages at once. */
const AT_ONCE = 100;

export async function sendJobs({ send }: Pick<HubService, "send">, jobs: readonly HubJob[]): Promise<void> {
  for (let first = 0; first < jobs.length; first += AT_ONCE) await send(jobs.slice(first, first + AT_ONCE));
}
