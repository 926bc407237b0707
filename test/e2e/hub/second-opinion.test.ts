import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { createServer as createSubscriber } from "pubsubhubbub";
import { expect } from "vitest";
import { eventually } from "../harness/eventually.ts";
import { discover, publish, test } from "./hub-test.ts";

/**
 * A subscriber written by others. It subscribes without a secret, because with one it names a header that no hub sends
 * any more.
 */
test("pubsubhubbub subscribes, is notified and unsubscribes", async ({ newsroom }) => {
  const { hub, topic } = await discover(`${newsroom.origin}/atom.xml`);
  const server = createServer((request, response) => subscriber.listener()(request, response));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const subscriber = createSubscriber({ callbackUrl: `http://127.0.0.1:${port}/` });
  const happened: Record<"subscribe" | "unsubscribe" | "feed" | "error" | "denied", unknown[]> = {
    subscribe: [],
    unsubscribe: [],
    feed: [],
    error: [],
    denied: [],
  };
  for (const [name, list] of Object.entries(happened)) subscriber.on(name, (event: unknown) => list.push(event));
  const texts: string[] = [];
  subscriber.on("feed", ({ feed }: { feed: Buffer }) => texts.push(feed.toString()));
  const untilThere = (name: keyof typeof happened) =>
    eventually(`pubsubhubbub tells of "${name}"`, () => happened[name][0], {
      describe: () => JSON.stringify(happened),
    });
  try {
    subscriber.subscribe(topic, hub);
    expect(await untilThere("subscribe")).toMatchObject({ topic, hub });
    const title = await publish(newsroom);
    await eventually(`it is given "${title}"`, () => (texts.some((text) => text.includes(title)) ? true : undefined));
    expect(happened.feed[0]).toMatchObject({ topic, hub });
    subscriber.unsubscribe(topic, hub);
    expect(await untilThere("unsubscribe")).toMatchObject({ topic, hub });
    expect([happened.error, happened.denied]).toEqual([[], []]);
  } finally {
    server.closeAllConnections();
    server.close();
  }
});
