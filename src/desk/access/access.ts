import type { DeskScope } from "./scopes.ts";

/** Who was let in: a token, by itself or behind the session of a browser. `name` signs what is done. */
export type Access = {
  readonly tokenId: string;
  readonly name: string;
  readonly scopes: readonly DeskScope[];
  /** What a page has to send along with a change, where a browser's cookie let it in. */
  readonly csrf?: string;
};
