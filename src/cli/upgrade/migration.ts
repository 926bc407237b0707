import type { Result } from "../../syntax/result.ts";

/**
 * A change of the files in content/ that a later version needs, such as another name of a field. It is run once for
 * each publication, and must give the same if it runs again.
 *
 * - `number`: migrations run in this order. The ledger keeps the number of the last one.
 * - `about`: what it does, for the person who upgrades.
 * - `run` changes the files below `root`, and returns a line for each. An error says what has to be changed by hand.
 */
export type Migration = {
  readonly number: number;
  readonly about: string;
  readonly run: (root: string) => Promise<Result<readonly string[], string>>;
};
