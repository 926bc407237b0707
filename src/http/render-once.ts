import { createRendition, type Rendered, type Rendition } from "./rendition.ts";
import type { HttpContext, Service } from "./service.ts";

/** The rendition kept under `key`, made now where there is none that still holds. */
export async function renderOnce(
  { renditions }: Service,
  context: HttpContext,
  key: string,
  now: number,
  render: () => Promise<Rendered>,
): Promise<Rendition> {
  const kept = renditions.get(key, now);
  context.set("rendition", kept ? "memory" : "rendered");
  if (kept) return kept;
  const rendition = createRendition(await render());
  renditions.keep(key, rendition);
  return rendition;
}
