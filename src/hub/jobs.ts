import { coordinateOutbox } from "./deliver/coordinate-outbox.ts";
import { deliverPage } from "./deliver/deliver-page.ts";
import { retryDeliveries } from "./deliver/retry-deliveries.ts";
import type { HubJob, HubService } from "./service.ts";
import { verifyIntent } from "./subscribe/verify-intent.ts";

/** Runs the jobs of a batch. The queue delivers a job that fails again, and only that one. */
export async function runHubBatch(service: HubService, batch: Pick<MessageBatch<HubJob>, "messages">): Promise<void> {
  for (const message of batch.messages) {
    try {
      await runHubJob(service, message.body);
      message.ack();
    } catch (error) {
      const fault = error instanceof Error ? (error.stack ?? error.message) : String(error);
      service.log({ message: "hub job failed", level: "error", job: message.body, fault });
      message.retry();
    }
  }
}

export async function runHubJob(service: HubService, job: HubJob): Promise<void> {
  switch (job.kind) {
    case "outbox":
      return coordinateOutbox(service);
    case "verify":
      return verifyIntent(service, job.verification);
    case "page":
      return deliverPage(service, job);
    case "retry":
      return retryDeliveries(service);
  }
}
