import { EXIT_FAILED, EXIT_OK } from "../console/command.ts";
import type { Outcome } from "./summary.ts";

/** No answer came, or a file could not be read. */
export const EXIT_NO_ANSWER = 3;

/** The exit code of a run. A fault that was found counts more than an address that did not answer. */
export function exitCodeOf(outcomes: readonly Outcome[], isStrict: boolean): number {
  const has = (worst: Outcome["worst"]) => outcomes.some((outcome) => outcome.worst === worst);
  if (has("error") || (isStrict && has("warning"))) return EXIT_FAILED;
  return has("unread") ? EXIT_NO_ANSWER : EXIT_OK;
}
