import { coordinateOutbox } from "./deliver/coordinate-outbox.ts";
import { deliverPage } from "./deliver/deliver-page.ts";
import { retryDeliveries } from "./deliver/retry-deliveries.ts";
import type { HubJob } from "./hub-job.ts";
import type { HubService } from "./hub-service.ts";

/** How a message of the queue is done, whatever it is; what throws is brought again by the queue. */
export type Verify = (service: HubService, verification: number) => Promise<void>;

export async function runHubJob(service: HubService, job: HubJob, verify: Verify): Promise<void> {
  switch (job.kind) {
    case "outbox":
      return coordinateOutbox(service);
    case "verify":
      return verify(service, job.verification);
    case "page":
      return deliverPage(service, job);
    case "retry":
      return retryDeliveries(service);
  }
}
