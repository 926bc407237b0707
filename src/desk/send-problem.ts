import { describeProblem, PROBLEM_KINDS } from "./describe-problem.ts";
import type { DeskProblem } from "./desk-problem.ts";
import { REFERENCE_PATH } from "./paths.ts";

/** A problem as RFC 9457 has it. Its type leads to what the reference says of it. */
export function sendProblem(problem: DeskProblem, origin: string): Response {
  const [status, title] = PROBLEM_KINDS[problem.kind];
  const { detail, headers = [], members } = describeProblem(problem);
  const type = `${origin}${REFERENCE_PATH}#${problem.kind}`;
  return new Response(`${JSON.stringify({ type, title, status, detail, ...members })}\n`, {
    status,
    headers: [...headers.map(([name, value]): [string, string] => [name, value]), ["Content-Type", PROBLEM_TYPE]],
  });
}

export const PROBLEM_TYPE = "application/problem+json";
