import type { Publication } from "../../model/publication.ts";
import { findChanges, lookBefore } from "./find-changes.ts";
import { liveService, PATIENCE, type Patience } from "./live-service.ts";
import { type PingReport, reportSilence, reportTold } from "./ping-report.ts";
import { tellHub } from "./tell-hub.ts";

/**
 * Looks at the service before a deploy. Returns the function to call afterwards: it looks again and tells the
 * publication's hub which feeds have changed. If the publication has no hub, no request is sent.
 */
export async function preparePing(
  { hub, address }: Publication,
  patience: Patience = PATIENCE,
): Promise<() => Promise<PingReport>> {
  if (hub === undefined) return async () => ({ said: [], warnings: [] });
  const service = liveService(address, patience);
  const before = await lookBefore(service);
  return async () => {
    const changes = await findChanges(service, before, patience);
    if (changes.kind === "silent") return reportSilence(address, hub);
    return reportTold(hub, await tellHub(hub, changes.topics));
  };
}
