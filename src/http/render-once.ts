import { createRepresentation, type Rendered, type Representation } from "./representation.ts";
import type { HttpContext, Service } from "./service.ts";

/** The representation kept under `key`, made now where there is none that still holds; nothing where there is nothing to render. */
export async function renderOnce(
  { representations }: Service,
  context: HttpContext,
  key: string,
  now: number,
  render: () => Promise<Rendered | undefined>,
): Promise<Representation | undefined> {
  const kept = representations.get(key, now);
  context.set("representation", kept ? "memory" : "rendered");
  if (kept) return kept;
  const rendered = await render();
  if (!rendered) return undefined;
  const representation = createRepresentation(rendered, now);
  representations.keep(key, representation);
  return representation;
}
