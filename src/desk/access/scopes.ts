import * as z from "zod";

export const SCOPES = ["read", "write", "publish", "media"] as const;
export const scopeSchema = z.enum(SCOPES);
export type DeskScope = z.infer<typeof scopeSchema>;

/** What each scope is for, as whoever makes a token is told. */
export const SCOPE_MEANINGS: Readonly<Record<DeskScope, string>> = {
  read: "see everything at the desk, drafts too",
  write: "save and discard drafts; includes read",
  publish: "do everything with articles: publish, schedule, change, retract; includes write and read",
  media: "upload files and see them",
};

const INCLUDED: Readonly<Record<DeskScope, readonly DeskScope[]>> = {
  read: ["read"],
  write: ["write", "read"],
  publish: ["publish", "write", "read"],
  media: ["media"],
};

/** Whether any of the scopes that were given is, or includes, one of those that would do. */
export function allows(given: readonly DeskScope[], anyOf: readonly DeskScope[]): boolean {
  return given.some((scope) => INCLUDED[scope].some((each) => anyOf.includes(each)));
}
