import { quoted } from "../../../compile/content-fault.ts";
import { slug as slugSchema } from "../../../model/schema.ts";
import { slugOf } from "../../../model/slug.ts";
import { err, ok, type Result } from "../../../syntax/result.ts";
import type { OpenCall } from "../../desk-call.ts";
import { badRequest, type DeskProblem } from "../../problems.ts";

/** Reads the slug in the path of a request that may create an article. */
export function readSlug({ parameters: { slug = "" } }: OpenCall): Result<string, DeskProblem> {
  const { success, error } = slugSchema.safeParse(slug);
  if (success) return ok(slug);
  const [message = ""] = error.issues.map((issue) => issue.message);
  const written = slugOf(slug);
  const hint = written === "" || written === slug ? "" : `; did you mean "${written}"?`;
  const expected = message.replace(/^expected /, "") + hint;
  return err(badRequest({ parameter: "slug", found: quoted(slug), expected }));
}
