import { env } from "cloudflare:workers";
import fc from "fast-check";
import { expect, test } from "vitest";
import { SnapshotMemory } from "../../../src/hub/deliver/snapshot-memory.ts";
import type { HubService } from "../../../src/hub/service.ts";
import { articleNamed } from "../../fixtures/file-content.ts";
import { watchedDatabase } from "../../fixtures/watched-database.ts";
import { MINUTE, openDelivery, WAITING } from "./open-delivery.ts";

const hub = openDelivery();
const { all, begin, clock, follow, pass, publish, queue, received, rendered, subscriber, work } = hub;
const ferry = articleNamed("ferry", { tags: ["Boats"] });

/** A worker that dies at its call number `last` to its environment: before the call takes effect, or directly after. */
function mortal(last: number, isAfter: boolean): { service: HubService; isDead: () => boolean } {
  let calls = 0;
  const around = async <Result>(call: () => Promise<Result>): Promise<Result> => {
    calls += 1;
    if (calls > last || (calls === last && !isAfter)) throw new Error("killed");
    const result = await call();
    // A worker that died during the call does not see its result.
    if (calls >= last) throw new Error("killed");
    return result;
  };
  const { service } = hub;
  return {
    isDead: () => calls >= last,
    service: {
      ...service,
      db: watchedDatabase(env.DB, { around }),
      // A worker that takes over is another isolate, which remembers nothing.
      snapshotMemory: new SnapshotMemory(),
      snapshots: new Proxy(service.snapshots, {
        get: (target, name) => {
          const value: unknown = Reflect.get(target, name);
          if (typeof value !== "function") return value;
          return (...given: unknown[]) => around(() => Promise.resolve(value.apply(target, given)));
        },
      }),
      render: (topic) => around(() => service.render(topic)),
      send: (jobs, delay) => around(() => service.send(jobs, delay)),
      fetch: (address, init) => around(() => service.fetch(address, init)),
    },
  };
}

/** Topics with several pages but few subscribers. */
const TOPICS = {
  "rss everything": [1, 2, 3, 250, 251, 260, 502],
  "json tags/boats": [1, 2],
  "html everything": [1, 251],
};

/**
 * Lets a worker run the jobs of the queue and the cron for a time, or until it dies. The queue keeps a job that fails.
 */
async function live(service: HubService, duration: number, isDead: () => boolean): Promise<void> {
  const end = clock.now + duration;
  while (clock.now < end && !isDead()) {
    try {
      await work(service);
      await pass(MINUTE, service);
    } catch (error) {
      expect(String(error)).toContain("killed");
    }
  }
}

/** One life of a worker: whether something is published in it, at which call it ends, and how. */
const life = fc.record({
  last: fc.integer({ min: 1, max: 60 }),
  isAfter: fc.boolean(),
  publishes: fc.boolean(),
});

test("every subscriber gets the last revision of its topic, whenever a worker dies", async () => {
  const runs = { deaths: 0, lives: 0 };
  await fc.assert(
    fc.asyncProperty(
      fc.array(life, { minLength: 1, maxLength: 4 }),
      fc.integer({ min: 0, max: 3 }),
      async (lives, broken) => {
        await begin();
        for (const [topic, slots] of Object.entries(TOPICS))
          await follow(
            topic,
            slots.map((slot) => ({ slot, ...(slot % 2 === 0 && { secret: "hush" }) })),
            Math.max(...slots),
          );
        // Some callbacks fail at first.
        const faults = new Map<string, number>();
        subscriber.answer = ({ address }) => {
          const times = faults.get(address) ?? 0;
          faults.set(address, times + 1);
          const isBroken = address.includes("/3?") || address.includes("reader251");
          return new Response(null, { status: isBroken && times < broken ? 503 : 204 });
        };
        let revision = 0;
        await publish({ ...ferry, title: `Revision ${revision}` });
        for (const { last, isAfter, publishes } of lives) {
          if (publishes) {
            revision += 1;
            await publish({ ...ferry, title: `Revision ${revision}` });
          }
          const { service, isDead } = mortal(last, isAfter);
          await live(service, 3 * MINUTE, isDead);
          runs.lives += 1;
          runs.deaths += isDead() ? 1 : 0;
          // The queue loses its messages. The clock advances by a part of a claim, or all of it.
          queue.length = 0;
          clock.now += (last % 12) * MINUTE;
        }
        // From here on the worker lives, and only the cron resumes what was left.
        await pass(45 * MINUTE, hub.service, 5 * MINUTE);
        expect(await all(WAITING)).toEqual([{ outbox: 0, pages: 0, retries: 0, dead: 0 }]);
        for (const [topic, slots] of Object.entries(TOPICS)) {
          const { body } = await rendered(topic);
          expect(body).toContain(`Revision ${revision}`);
          const name = topic.replaceAll(/\W/g, "-");
          const got = new Set(received.filter((each) => each.body === body).map(({ address }) => address));
          for (const slot of slots)
            expect(got, `${topic}, slot ${slot}`).toContain(`https://reader${slot}.example.org/${name}/${slot}?key=1`);
        }
        expect(await all("SELECT count(*) AS open FROM fan_outs WHERE finished IS NULL")).toEqual([{ open: 0 }]);
      },
    ),
    { seed: 20_261_125, numRuns: 50, endOnFailure: true },
  );
  expect(runs.deaths).toBeGreaterThan(50);
}, 300_000);
