import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import { type RunningNewsroom, startNewsroom } from "../harness/newsroom.ts";
import type { ProjectCopy } from "../harness/project-copy.ts";
import { test as plainTest } from "../harness/served-test.ts";
import { fetchTopic, inHeader } from "./discovery.ts";
import { type Subscriber, startSubscriber } from "./subscriber.ts";

/** Subscribers on this machine are let in for development only; without a secret of its own the hub takes nobody else's. */
export function allowSubscribers({ root }: ProjectCopy, more: Readonly<Record<string, string | number>> = {}): void {
  const variables = { HUB_ALLOW_LOOPBACK: "true", HUB_SECRET: "a long text that nobody guesses", ...more };
  const lines = Object.entries(variables).map(([name, value]) => `${name}="${value}"`);
  writeFileSync(join(root, ".dev.vars"), `${lines.join("\n")}\n`);
}

/** Tests of one file share one newsroom; each gets subscribers of its own. */
export const test = plainTest
  .extend("variables", { scope: "file" }, (): Readonly<Record<string, string | number>> => ({}))
  .extend("newsroom", { scope: "file" }, async ({ copy, variables }, { onCleanup }) => {
    allowSubscribers(copy, variables);
    const newsroom = await startNewsroom(copy);
    onCleanup(newsroom.stop);
    return newsroom;
  })
  .extend("subscriber", async ({ variables: _ }, { onCleanup }) => {
    const subscriber = await startSubscriber();
    onCleanup(subscriber.stop);
    return subscriber;
  });

export type HubAnswer = { readonly status: number; readonly type: string | null; readonly text: string };

/** A form, with the names as they stand in the Recommendation and without their `hub.`. */
export async function askHub(
  address: string,
  parameters: Readonly<Record<string, string>>,
  more: Readonly<Record<string, string>> = {},
): Promise<HubAnswer> {
  const named = Object.entries(parameters).map(([name, value]) => [`hub.${name}`, value]);
  const body = new URLSearchParams([...named, ...Object.entries(more)]);
  const response = await fetch(address, { method: "POST", body, redirect: "manual" });
  return { status: response.status, type: response.headers.get("content-type"), text: await response.text() };
}

/** Finds the hub and the topic where an address says they are, as a subscriber has to. */
export async function discover(address: string): Promise<{ readonly hub: string; readonly topic: string }> {
  const { hub, self } = inHeader((await fetchTopic(address)).headers.link);
  if (hub[0] === undefined || self[0] === undefined) throw new Error(`${address} names no hub, or not itself`);
  return { hub: hub[0], topic: self[0] };
}

/** Subscribes (or whatever mode is named) and waits until the hub has asked. */
export async function follow(
  { callback, verification, verifications }: Subscriber,
  address: string,
  parameters: Readonly<Record<string, string>> = {},
  more: Readonly<Record<string, string>> = {},
): Promise<string> {
  const asked = verifications.length;
  const { hub, topic } = await discover(address);
  const answer = await askHub(hub, { callback, mode: "subscribe", topic, ...parameters }, more);
  expect(answer).toEqual({ status: 202, type: expect.anything(), text: expect.anything() });
  await verification(asked + 1);
  return topic;
}

let published = 0;

/** Publishes an article, or changes the one there is; its title, which no other has. */
export async function publish(
  { desk }: RunningNewsroom,
  { slug = `news-${published + 1}`, ...fields }: Readonly<Record<string, unknown>> = {},
): Promise<string> {
  published += 1;
  const title = `Number ${published} of many`;
  const answer = await desk(`articles/${slug}`, {
    method: "PUT",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ title, body: `<p>Told as ${published}. Ünïcode 🚢</p>`, ...fields }),
  });
  expect([200, 201], await answer.clone().text()).toContain(answer.status);
  return title;
}
