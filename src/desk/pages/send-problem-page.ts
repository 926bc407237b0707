import { renderProblemPage } from "../../render/html/pages/problem-page.tsx";
import { describeProblem, PROBLEM_KINDS } from "../describe-problem.ts";
import type { DeskProblem } from "../desk-problem.ts";
import { sendPage } from "./send-page.ts";

/** A problem on a page for a person. It does without the publication, which may be what cannot be read. */
export function sendProblemPage(problem: DeskProblem): Response {
  const [status, title] = PROBLEM_KINDS[problem.kind];
  const { detail, headers } = describeProblem(problem);
  return sendPage(renderProblemPage({ status, title, detail }, undefined), status, headers);
}
