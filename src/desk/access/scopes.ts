import * as z from "zod";

export const SCOPES = ["read", "write", "publish", "media"] as const;
export const scopeSchema = z.enum(SCOPES);
export type DeskScope = z.infer<typeof scopeSchema>;

/** What each scope allows. The command line and the reference print it. */
export const SCOPE_MEANINGS: Readonly<Record<DeskScope, string>> = {
  read: "read everything at the desk, including drafts",
  write: "save and discard drafts; includes read",
  publish: "do everything with articles and pages: publish, schedule, change, retract; includes write and read",
  media: "upload files and read them",
};

const INCLUDED: Readonly<Record<DeskScope, readonly DeskScope[]>> = {
  read: ["read"],
  write: ["write", "read"],
  publish: ["publish", "write", "read"],
  media: ["media"],
};

/** Whether one of the granted scopes is, or includes, one of `anyOf`. */
export function allows(granted: readonly DeskScope[], anyOf: readonly DeskScope[]): boolean {
  return granted.some((scope) => INCLUDED[scope].some((each) => anyOf.includes(each)));
}
