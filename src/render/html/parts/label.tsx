import type { Child } from "../../../syntax/jsx/jsx-runtime.ts";
import type { markLabel } from "../page-language.ts";

/**
 * A label, with a mark of its language if the text around it is in another one. The mark is within the line and not on
 * the block, so that the block begins at the same side as those around it.
 */
export function Label({ mark, children }: { mark: ReturnType<typeof markLabel>; children: Child }) {
  return Object.keys(mark).length === 0 ? <>{children}</> : <span {...mark}>{children}</span>;
}
