import type { DeskScope } from "./scopes.ts";

/** An authenticated client: a token, sent by itself or behind the session of a browser. */
export type Access = {
  readonly tokenId: string;
  /** The name of the token, which is the actor in the audit log. */
  readonly name: string;
  readonly scopes: readonly DeskScope[];
  /** The CSRF token that a page has to send with a change. Present if a session cookie authenticated the request. */
  readonly csrf?: string;
};
