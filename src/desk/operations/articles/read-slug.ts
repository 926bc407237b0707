import { quoted } from "../../../compile/content-fault.ts";
import { slug as slugSchema } from "../../../model/schema.ts";
import { slugOf } from "../../../model/slug.ts";
import type { OpenCall } from "../../desk-call.ts";
import { badRequest, type DeskProblem } from "../../desk-problem.ts";

/** D1 takes longer keys than addresses are good for. */
const LONGEST = 200;

/** The slug in the path of a request that may make an article of it. */
export function readSlug({ parameters: { slug = "" } }: OpenCall): string | DeskProblem {
  const { success, error } = slugSchema.max(LONGEST, `expected at most ${LONGEST} characters`).safeParse(slug);
  if (success) return slug;
  const [message = ""] = error.issues.map((issue) => issue.message);
  const written = slugOf(slug);
  const hint = written === "" || written === slug ? "" : `; did you mean "${written}"?`;
  return badRequest({ parameter: "slug", found: quoted(slug), expected: message.replace(/^expected /, "") + hint });
}
