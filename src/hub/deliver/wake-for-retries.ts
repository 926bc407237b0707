import type { HubService } from "../hub-service.ts";

/** Has the queue bring a job when the next try is due. Where that fails, the cron finds it. */
export async function wakeForRetries({ send, now, log }: HubService, due: number | undefined): Promise<void> {
  if (due === undefined) return;
  try {
    await send([{ kind: "retry" }], Math.max(0, Math.ceil((due - now()) / 1_000)));
  } catch (error) {
    log({ message: "no wake-up for retries", level: "error", fault: String(error) });
  }
}
