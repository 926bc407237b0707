/**
 * One fault against well-formedness, and what became of it. `message` is the same for all faults of its sort; `line`
 * and `column` count from 1, in characters.
 *
 * - `repaired`: the meaning is clear, and nothing is lost.
 * - `guessed`: the meaning is likely.
 * - `lost`: something could not be kept.
 */
export type XmlRepair = {
  readonly kind: "repaired" | "guessed" | "lost";
  readonly message: string;
  readonly line: number;
  readonly column: number;
  /** What the source says there, shortened. */
  readonly found: string;
};

/** A repair in a value, of which only the words around it say where it is. */
export type ValueRepair = Pick<XmlRepair, "kind" | "message" | "found"> & Partial<Pick<XmlRepair, "line" | "column">>;

/** A fault with its index in the text. */
export type FaultAt = Pick<XmlRepair, "kind" | "message"> & { readonly at: number };
