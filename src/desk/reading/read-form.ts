import { isProblem } from "../desk-call.ts";
import type { DeskProblem } from "../desk-problem.ts";
import { acceptedType } from "./media-type.ts";
import { readBody, readText } from "./read-body.ts";

const MAX_BYTES = 10_000;

/** The fields of a form as a browser sends them. */
export async function readForm(request: Request): Promise<URLSearchParams | DeskProblem> {
  const type = acceptedType(request, ["application/x-www-form-urlencoded"]);
  if (typeof type !== "string") return type;
  const body = await readBody(request, MAX_BYTES);
  if (isProblem(body)) return body;
  const text = readText(body);
  return typeof text === "string" ? new URLSearchParams(text) : text;
}
