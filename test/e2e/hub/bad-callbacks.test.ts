import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { createServer } from "node:net";
import { setTimeout as delay } from "node:timers/promises";
import { expect } from "vitest";
import { askHub, discover, follow, publish, test } from "./hub-test.ts";
import { type Subscriber, startSubscriber } from "./subscriber.ts";

/**
 * How a callback may misbehave. The hub may ask each of them only a few times for one revision within half a minute.
 */
const MISBEHAVIOURS: Readonly<Record<string, Subscriber["answers"]["delivery"]>> = {
  "hangs up": (_, response) => response.socket?.destroy(),
  "never answers": () => {},
  "never ends its headers": (_, response) => {
    response.socket?.write("HTTP/1.1 200 OK\r\nx-a: ");
    endlessly((text) => response.socket?.write(text) ?? false, response);
  },
  "never ends its body": (_, response) => {
    response.writeHead(200);
    endlessly((text) => response.write(text), response);
  },
  "never ends the body of an error": (_, response) => {
    response.writeHead(500);
    endlessly((text) => response.write(text), response);
  },
  "drips its body": (_, response) => {
    response.writeHead(200);
    const timer = setInterval(() => response.write("."), 500);
    response.once("close", () => clearInterval(timer));
  },
  "answers with an error": (_, response) => {
    response.writeHead(500).end("x".repeat(100_000));
  },
  "does not speak HTTP": (_, response) => {
    response.socket?.end("\0\0\0 not HTTP\r\n\r\n");
  },
};

/** Writes as fast as the client reads, until the connection closes. */
function endlessly(write: (text: string) => boolean, response: Parameters<Subscriber["answers"]["delivery"]>[1]): void {
  const chunk = "x".repeat(65_536);
  const timer = setInterval(() => {
    for (let more = 0; more < 16 && !response.destroyed && write(chunk); more += 1);
  }, 5);
  response.once("close", () => clearInterval(timer));
  response.socket?.once("close", () => clearInterval(timer));
}

test("callbacks that misbehave delay other subscribers only briefly, and redirects are not followed", async ({
  newsroom,
  subscriber,
}) => {
  const topic = `${newsroom.origin}/atom.xml`;
  const elsewhere = await startSubscriber();
  const bad = await Promise.all(
    Object.keys(MISBEHAVIOURS).map((name) => startSubscriber(`/${name.replaceAll(" ", "-")}`)),
  );
  const redirecting = await Promise.all([301, 302, 307, 308].map((status) => startSubscriber(`/${status}`)));
  const more = await Promise.all(Array.from({ length: 6 }, () => startSubscriber()));
  const gone = await startSubscriber("/gone");
  const all = [...bad, ...redirecting, gone];
  try {
    for (const each of [...all, subscriber, ...more]) await follow(each, topic);
    for (const [index, behaviour] of Object.values(MISBEHAVIOURS).entries()) {
      const answers = bad[index]?.answers;
      if (answers) answers.delivery = behaviour;
    }
    for (const each of redirecting)
      each.answers.delivery = (_, response) => {
        const status = Number(/\d+/.exec(each.callback.replace(/^.*\//, ""))?.[0]);
        response.writeHead(status, { location: elsewhere.callback }).end();
      };
    gone.stop();

    const title = await publish(newsroom);
    const sent = Date.now();
    for (const each of [subscriber, ...more]) {
      const told = await each.deliveryOf(title, 20);
      // One round of the silent callbacks, and the time that the queue takes.
      expect(told.at - sent).toBeLessThan(15_000);
    }
    const next = await publish(newsroom);
    for (const each of [subscriber, ...more]) await each.deliveryOf(next, 20);
    for (const each of [...bad, ...redirecting]) {
      expect(each.deliveriesOf(title).length, each.callback).toBeGreaterThan(0);
      // A first attempt, and one more after at most half a minute.
      expect(each.deliveriesOf(next).length, each.callback).toBeLessThanOrEqual(2);
    }
    expect(elsewhere.connections()).toBe(0);
    for (const each of [subscriber, ...more]) expect(each.deliveriesOf(next)).toHaveLength(1);
  } finally {
    for (const each of [...all, ...more, elsewhere]) each.stop();
  }
});

test("a callback that misbehaves during verification is not subscribed and delays no other verification", async ({
  newsroom,
  subscriber,
}) => {
  const topic = `${newsroom.origin}/rss.xml`;
  const bad = await Promise.all(Object.keys(MISBEHAVIOURS).map(() => startSubscriber()));
  try {
    for (const [index, behaviour] of Object.values(MISBEHAVIOURS).entries()) {
      const answers = bad[index]?.answers;
      if (answers) answers.verification = behaviour;
    }
    for (const each of bad) {
      const { hub } = await discover(topic);
      expect((await askHub(hub, { callback: each.callback, mode: "subscribe", topic })).status).toBe(202);
    }
    const asked = Date.now();
    await follow(subscriber, topic);
    expect(Date.now() - asked).toBeLessThan(60_000);
    const title = await publish(newsroom);
    await subscriber.deliveryOf(title);
    for (const each of bad) expect(each.deliveries, each.callback).toEqual([]);
  } finally {
    for (const each of bad) each.stop();
  }
});

/**
 * Only loopback in its plain spelling is allowed here. Every other address is refused as it is in production. Those
 * with PORT lead to a listener if they lead anywhere.
 */
const ABUSE = [
  "http://user@127.0.0.1:PORT/",
  "http://user:password@127.0.0.1:PORT/",
  "http://@127.0.0.1:PORT/",
  "http://127.0.0.1:PORT/#fragment",
  "http://127.0.0.1:PORT\\@reader.example.org/",
  "http://127.0.0.1:PORT/ hook",
  "http://127.0.0.1:PORT/\r\nx",
  "http://0.0.0.0:PORT/",
  "http://0:PORT/",
  "http://[::]:PORT/",
  "http://[::ffff:127.0.0.1]:PORT/",
  "http://[::ffff:7f00:1]:PORT/",
  "http://[0:0:0:0:0:ffff:127.0.0.1]:PORT/",
  "http://[::127.0.0.1]:PORT/",
  "http://localhost.:PORT/",
  "http://127.0.0.1.:PORT/",
  "http://foo.localhost:PORT/",
  "http://localhost.localdomain:PORT/",
  "http://127.0.0.1.nip.io:PORT/",
  "http://localtest.me:PORT/",
  "https://reader.example.org:PORT/",
  "ftp://127.0.0.1:PORT/",
  "gopher://127.0.0.1:PORT/_GET",
  "file:///etc/passwd",
  "javascript:fetch('http://127.0.0.1:PORT/')",
  "data:text/plain,hub",
  "//127.0.0.1:PORT/",
  "127.0.0.1:PORT",
  "http:/127.0.0.1",
  "http:///127.0.0.1:PORT/",
  "http://169.254.169.254/latest/meta-data/",
  "http://[fd00:ec2::254]/latest/meta-data/",
  "http://10.0.0.1/",
  "https://192.168.0.1/",
  "https://2852039166/",
  "https://0xa9fea9fe/",
  "https://intranet/",
  "https://printer.local/",
  "https://vault.internal/",
  "https://router.lan/",
  "https://ｒeader.example.org/",
  "https://reader。internal/",
  "https://reader.example.org%2einternal/",
  `https://${"a".repeat(64)}.example.org/`,
  `https://reader.example.org/${"a".repeat(3_000)}`,
  "",
];

test("no callback with an internal or disguised address receives a request", async ({ newsroom }) => {
  let connections = 0;
  const listener = createServer((socket) => {
    connections += 1;
    socket.destroy();
  });
  // The listener listens on every address of this machine, so that it sees each notation that leads here.
  listener.listen(0);
  await once(listener, "listening");
  const { port } = listener.address() as AddressInfo;
  try {
    const { hub, topic } = await discover(`${newsroom.origin}/rss.xml`);
    const own = ["/", "/hub", "/desk/articles"].map((path) => newsroom.origin + path);
    const twins = own.map((address) => address.replace("localhost", "127.0.0.1"));
    for (const written of [...ABUSE, ...own, ...twins]) {
      const callback = written.replaceAll("PORT", String(port));
      const mode = written.length % 2 === 0 ? "subscribe" : "unsubscribe";
      const { status, type, text } = await askHub(hub, { callback, mode, topic });
      expect([status, type], callback).toEqual([400, "text/plain; charset=utf-8"]);
      expect(text, callback).toContain("hub.callback");
    }
    await delay(3_000);
    expect(connections).toBe(0);
  } finally {
    listener.close();
  }
});
