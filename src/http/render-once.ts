import { createRendition, type Rendered, type Rendition } from "./rendition.ts";
import type { HttpContext, Service } from "./service.ts";

/** The rendition kept under `key`, made now where there is none that still holds; nothing where there is nothing to render. */
export async function renderOnce(
  { renditions }: Service,
  context: HttpContext,
  key: string,
  now: number,
  render: () => Promise<Rendered | undefined>,
): Promise<Rendition | undefined> {
  const kept = renditions.get(key, now);
  context.set("rendition", kept ? "memory" : "rendered");
  if (kept) return kept;
  const rendered = await render();
  if (!rendered) return undefined;
  const rendition = createRendition(rendered, now);
  renditions.keep(key, rendition);
  return rendition;
}
