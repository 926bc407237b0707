import * as z from "zod";
import type { DeliveryFigures } from "../../../hub/deliver/read-deliveries.ts";
import type { SubscriptionFigure } from "../../../hub/subscribe/read-subscriptions.ts";
import { timestampInUtc } from "../../../model/timestamp.ts";

const instant = z.iso.datetime().describe("RFC 3339, UTC");
const count = z.int().nonnegative();
const topic = z.url().describe("the address of the feed that is followed");
const host = z.string().describe("of the callback, whose full address is its owner's secret");

export const subscriptionSchema = z.strictObject({
  topic,
  slot: z.int().positive().describe("its place among those who follow the topic"),
  host,
  protocol: z.enum(["websub", "rsscloud"]),
  signed: z.boolean().describe("whether it gave a secret to sign with"),
  created: instant,
  until: instant.describe("when its lease ends"),
});

export const subscriptionListSchema = z.strictObject({
  subscriptions: z.array(subscriptionSchema),
  next: z.url().optional().describe("the page that follows; absent on the last"),
});

export const deliveriesSchema = z.strictObject({
  topics: count.describe("feeds that someone follows"),
  subscribers: count,
  outbox: z
    .strictObject({ entries: count, oldest: instant.optional() })
    .describe("changes that nobody was told of yet"),
  fanOuts: z
    .array(
      z.strictObject({
        number: z.int().positive().describe("the first part of its deliveries' ids"),
        topic,
        pages: count,
        pagesLeft: count.describe("not done yet"),
        delivered: count,
        failed: count.describe("tried again, or given up"),
        created: instant,
        finished: instant
          .optional()
          .describe("when every subscriber had it or was to be tried again, or a newer one took its place"),
      }),
    )
    .describe("revisions that were sent in the last day, the newest first"),
  waiting: z
    .array(z.strictObject({ attempts: count, deliveries: count, due: instant.describe("the first of them") }))
    .describe("deliveries that are tried again, by how often they failed"),
  dead: count.describe("deliveries that were given up"),
  deadLetters: z
    .array(
      z.strictObject({
        topic,
        slot: z.int().positive(),
        host,
        fanOut: z.int().positive(),
        attempts: count,
        fault: z.string().describe("what went wrong the last time"),
        since: instant.describe("when it went wrong first"),
        dead: instant.describe("when it was given up"),
      }),
    )
    .describe("the latest of them"),
});

export const replayedSchema = z.strictObject({ replayed: count.describe("dead letters that are tried again now") });

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
