/** The queue's message: that there is something in the outbox. The outbox is the truth, the queue a wake-up. */
export type Announcement = { readonly kind: "outbox" };
