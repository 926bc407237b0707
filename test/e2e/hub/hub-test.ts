import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import { type RunningNewsroom, startNewsroom } from "../harness/newsroom.ts";
import type { ProjectCopy } from "../harness/project-copy.ts";
import { test as plainTest } from "../harness/served-test.ts";
import { fetchTopic, inHeader } from "./discovery.ts";
import { type Subscriber, startSubscriber } from "./subscriber.ts";

/**
 * The settings of a development hub: callbacks on loopback are allowed, and the hub has a secret, without which it
 * accepts no other subscriber.
 */
export function allowSubscribers({ root }: ProjectCopy, more: Readonly<Record<string, string | number>> = {}): void {
  const variables = { HUB_ALLOW_LOOPBACK: "true", HUB_SECRET: "a long text that nobody guesses", ...more };
  const lines = Object.entries(variables).map(([name, value]) => `${name}="${value}"`);
  writeFileSync(join(root, ".dev.vars"), `${lines.join("\n")}\n`);
}

/** The tests of one file share one newsroom. Each test has subscribers of its own. */
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

/** Sends the hub a form. The names are those of the Recommendation without `hub.`. */
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

/** Reads the hub and the topic from the headers of an address, as a subscriber must. */
export async function discover(address: string): Promise<{ readonly hub: string; readonly topic: string }> {
  const { hub, self } = inHeader((await fetchTopic(address)).headers.link);
  if (hub[0] === undefined || self[0] === undefined) throw new Error(`${address} names no hub, or not itself`);
  return { hub: hub[0], topic: self[0] };
}

/** Subscribes, or sends another mode, and waits until the hub has verified the request. */
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

/** Publishes or changes an article and returns its title, which is unique. */
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
