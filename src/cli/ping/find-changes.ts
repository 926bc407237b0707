import type { LiveService, Patience, Tags } from "./live-service.ts";

/** What a service showed before a deploy; nothing where it was not there, or would not say what it has. */
export type Before = Tags | undefined;

export async function lookBefore(service: LiveService): Promise<Before> {
  const topics = await service.topics();
  return topics && service.tags([...new Set([...service.marks, ...topics])]);
}

export type Changes =
  | { readonly kind: "changes"; readonly topics: readonly string[] }
  /** It never said which feeds it has. */
  | { readonly kind: "silent" };

/**
 * Which feeds have other bytes than before. A deploy takes seconds to arrive and does not arrive everywhere at once: the new version is waited for until one of the documents
 * that tell has changed. Where nothing visible has, none ever does, and the wait ends in its time. Then everything is looked at again until a look finds nothing more.
 * A feed that gives no tag counts as changed: to be told for nothing costs a hub one look.
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
