import type { HubJob } from "./hub-job.ts";
import type { HubService } from "./hub-service.ts";
import { runHubJob } from "./run-hub-job.ts";
import { verifyIntent } from "./subscribe/verify-intent.ts";

/** Does what the queue brings. What fails is brought again, and nothing else with it. */
export async function runHubBatch(service: HubService, batch: Pick<MessageBatch<HubJob>, "messages">): Promise<void> {
  for (const message of batch.messages) {
    try {
      await runHubJob(service, message.body, verifyIntent);
      message.ack();
    } catch (error) {
      const fault = error instanceof Error ? (error.stack ?? error.message) : String(error);
      service.log({ message: "hub job failed", level: "error", job: message.body, fault });
      message.retry();
    }
  }
}
