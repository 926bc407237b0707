import type { LiveService, Patience, Tags } from "./live-service.ts";

/** The entity tags before a deploy. Undefined if the service did not answer, or did not list its feeds. */
export type Before = Tags | undefined;

export async function lookBefore(service: LiveService): Promise<Before> {
  const topics = await service.topics();
  return topics && service.tags([...new Set([...service.marks, ...topics])]);
}

export type Changes =
  | { readonly kind: "changes"; readonly topics: readonly string[] }
  /** The service did not list its feeds. */
  | { readonly kind: "silent" };

/**
 * Finds the feeds whose bytes have changed. A deploy takes seconds to reach all locations, so this waits until one of
 * the marks has changed, or until `arrival` milliseconds have passed. Then it looks at all feeds again and again, until
 * a look finds no further change. A feed without an entity tag counts as changed: a needless notice costs the hub one
 * request.
 */
export async function findChanges(
  service: LiveService,
  before: Before,
  { arrival }: Pick<Patience, "arrival">,
): Promise<Changes> {
  const deadline = Date.now() + arrival;
  for (;;) {
    const isThere = before === undefined ? (await service.topics()) !== undefined : await hasArrived(service, before);
    if (isThere || Date.now() >= deadline) break;
    await service.pause();
  }
  const changed = new Set<string>();
  for (;;) {
    const topics = await service.topics();
    if (topics === undefined && changed.size === 0) return { kind: "silent" };
    const left = (topics ?? []).filter((topic) => !changed.has(topic));
    const now = before === undefined ? undefined : await service.tags(left);
    const found = left.filter((topic) => now?.get(topic) === undefined || now.get(topic) !== before?.get(topic));
    for (const topic of found) changed.add(topic);
    if (found.length === 0) return { kind: "changes", topics: [...changed] };
    await service.pause();
  }
}

async function hasArrived(service: LiveService, before: Tags): Promise<boolean> {
  const now = await service.tags(service.marks);
  return service.marks.some((mark) => now.has(mark) && now.get(mark) !== before.get(mark));
}
