import { readdirSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { expect } from "vitest";
import { eventually } from "../harness/eventually.ts";
import { type RunningNewsroom, startNewsroom } from "../harness/newsroom.ts";
import type { ProjectCopy } from "../harness/project-copy.ts";
import { FORM_NAMES, FORMS, fetchTopic } from "./discovery.ts";
import { allowSubscribers, follow, publish, test } from "./hub-test.ts";
import { type Subscriber, startSubscriber } from "./subscriber.ts";

/** How many subscribers each form has. They answer slowly, so that a fan-out lasts a second or two. */
const FOLLOWERS = 12;
const SLOWNESS = 250;

/** After how many deliveries the newsroom is killed, for each time. */
const DEATHS = [0, 1, 20];

const DATABASES = ".wrangler/state/v3/d1/miniflare-D1DatabaseObject";

/**
 * Moves stored times ten minutes back. After that time the hub sends the messages of a queue again, and the test does
 * not wait for it.
 */
function letTimePass({ root }: ProjectCopy): void {
  const folder = join(root, DATABASES);
  for (const name of readdirSync(folder).filter((each) => /^[0-9a-f]+\.sqlite$/.test(each))) {
    const database = new DatabaseSync(join(folder, name));
    for (const table of ["outbox", "fan_out_pages"]) database.exec(`UPDATE ${table} SET lease_until = 0`);
    database.exec("UPDATE retries SET due = 0");
    database.close();
  }
}

/** Runs the cron handler, which the platform runs each minute. */
async function runCron({ origin }: RunningNewsroom): Promise<void> {
  const response = await fetch(`${origin}/cdn-cgi/local/scheduled?cron=${encodeURIComponent("* * * * *")}`);
  expect(response.status, await response.text()).toBe(200);
}

async function startFollowers(newsroom: RunningNewsroom) {
  const followers: { readonly subscriber: Subscriber; readonly topic: string }[] = [];
  for (const form of FORM_NAMES)
    for (let number = 1; number <= FOLLOWERS; number += 1) {
      const subscriber = await startSubscriber(`/${form}/${number}`);
      subscriber.answers.delivery = (_, response) => {
        setTimeout(() => response.writeHead(204).end(), SLOWNESS);
      };
      const topic = newsroom.origin + FORMS[form];
      await follow(subscriber, topic);
      followers.push({ subscriber, topic });
    }
  return followers;
}

test("a hub that was killed during a fan-out notifies every subscriber after its restart", {
  timeout: 590_000,
}, async ({ copy }) => {
  allowSubscribers(copy);
  let newsroom = await startNewsroom(copy);
  const followers = await startFollowers(newsroom);
  try {
    await publish(newsroom, { slug: "changing" });
    for (const deaths of DEATHS) {
      const title = await publish(newsroom, { slug: "changing" });
      const told = () => followers.filter(({ subscriber }) => subscriber.deliveriesOf(title).length > 0).length;
      await eventually(`${deaths} are told`, () => (told() >= deaths ? true : undefined));
      await newsroom.kill();
      expect(told()).toBeLessThan(followers.length);
      letTimePass(copy);
      newsroom = await startNewsroom(copy, Number(new URL(newsroom.origin).port));
      await runCron(newsroom);
      for (const { subscriber, topic } of followers) {
        await subscriber.deliveryOf(title, 90);
        const now = await fetchTopic(topic);
        const isNow = () => (subscriber.deliveries.at(-1)?.body.equals(now.body) ? true : undefined);
        await eventually("the last thing told is what there is", isNow);
      }
    }
  } finally {
    await newsroom.stop();
    for (const { subscriber } of followers) subscriber.stop();
  }
});
