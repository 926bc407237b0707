/** One revision of a topic, ready to be sent. `name` and `address` are the topic's. */
export type Parcel = {
  readonly fanOut: number;
  readonly topic: number;
  readonly name: string;
  readonly address: string;
  readonly bytes: Uint8Array;
  readonly headers: readonly (readonly [name: string, value: string])[];
};

/** Whom it goes to. `attempts`: how often that failed already. */
export type Subscriber = {
  readonly slot: number;
  readonly callback: string;
  readonly host: string;
  readonly protocol: string;
  readonly secret: string | null;
  readonly lease: number;
  readonly attempts: number;
};

export type Outcome =
  | { readonly kind: "taken" }
  /** 410: it wants no more. */
  | { readonly kind: "ended" }
  /** `isSilence`: nothing was answered at all, which says something of the host. `retryAfter`: milliseconds the callback asked for. */
  | { readonly kind: "failed"; readonly fault: string; readonly isSilence?: true; readonly retryAfter?: number }
  /** There was no time to try. */
  | { readonly kind: "left" };

export type Delivered = { readonly subscriber: Subscriber; readonly outcome: Outcome };

/** A delivery's name in the log and on the wire: which revision, to whom, the how manieth try. */
export function deliveryId({ fanOut }: Parcel, { slot, attempts }: Subscriber): string {
  return `${fanOut}.${slot}.${attempts + 1}`;
}
