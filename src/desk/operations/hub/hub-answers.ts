import * as z from "zod";
import type { DeliveryFigures } from "../../../hub/deliver/read-deliveries.ts";
import type { SubscriptionFigure } from "../../../hub/subscribe/read-subscriptions.ts";
import { timestampInUtc } from "../../../model/timestamp.ts";

const instant = z.iso.datetime().describe("RFC 3339, UTC");
const count = z.int().nonnegative();
const topic = z.url().describe("the address of the feed");
const host = z.string().describe("the host of the callback; its full address is a secret of the subscriber");

export const subscriptionSchema = z.strictObject({
  topic,
  slot: z.int().positive().describe("the position among the subscribers of the topic"),
  host,
  protocol: z.enum(["websub", "rsscloud"]),
  signed: z.boolean().describe("whether deliveries are signed with a secret of the subscriber"),
  created: instant,
  until: instant.describe("when the lease ends"),
});

export const subscriptionListSchema = z.strictObject({
  subscriptions: z.array(subscriptionSchema),
  next: z.url().optional().describe("the address of the next page; absent on the last page"),
});

export const deliveriesSchema = z.strictObject({
  topics: count.describe("feeds with subscribers"),
  subscribers: count,
  outbox: z.strictObject({ entries: count, oldest: instant.optional() }).describe("changes that are not announced yet"),
  fanOuts: z
    .array(
      z.strictObject({
        number: z.int().positive().describe("the first part of the ids of its deliveries"),
        topic,
        pages: count,
        pagesLeft: count.describe("pages of subscribers that are not done yet"),
        delivered: count,
        failed: count.describe("deliveries that are retried, or given up"),
        created: instant,
        finished: instant
          .optional()
          .describe("when every subscriber had it or was waiting for a retry, or a newer fan-out replaced it"),
      }),
    )
    .describe("revisions that were sent in the last day, newest first"),
  waiting: z
    .array(
      z.strictObject({ attempts: count, deliveries: count, due: instant.describe("when the first of them is due") }),
    )
    .describe("deliveries that are retried, by the number of failed attempts"),
  dead: count.describe("deliveries that were given up"),
  deadLetters: z
    .array(
      z.strictObject({
        topic,
        slot: z.int().positive(),
        host,
        fanOut: z.int().positive(),
        attempts: count,
        fault: z.string().describe("the last error"),
        since: instant.describe("when the first attempt failed"),
        dead: instant.describe("when the delivery was given up"),
      }),
    )
    .describe("the latest of the deliveries that were given up"),
});

export const replayedSchema = z.strictObject({ replayed: count.describe("dead letters that are retried now") });

export function subscriptionAnswer(figure: SubscriptionFigure): z.input<typeof subscriptionSchema> {
  const { topic, slot, host, isSigned, created, lease } = figure;
  const protocol = figure.protocol === "rsscloud" ? "rsscloud" : "websub";
  return {
    topic,
    slot,
    host,
    protocol,
    signed: isSigned,
    created: timestampInUtc(created),
    until: timestampInUtc(lease),
  };
}

export function deliveriesAnswer(figures: DeliveryFigures): z.input<typeof deliveriesSchema> {
  const { outbox, fanOuts, waiting, deadLetters } = figures;
  return {
    ...figures,
    outbox: { entries: outbox.entries, ...(outbox.oldest !== null && { oldest: timestampInUtc(outbox.oldest) }) },
    fanOuts: fanOuts.map(({ created, finished, ...fanOut }) => ({
      ...fanOut,
      created: timestampInUtc(created),
      ...(finished !== null && { finished: timestampInUtc(finished) }),
    })),
    waiting: waiting.map(({ due, ...each }) => ({ ...each, due: timestampInUtc(due) })),
    deadLetters: deadLetters.map(({ since, dead, ...letter }) => ({
      ...letter,
      since: timestampInUtc(since),
      dead: timestampInUtc(dead),
    })),
  };
}
