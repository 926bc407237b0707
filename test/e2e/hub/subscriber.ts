import { once } from "node:events";
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import { eventually } from "../harness/eventually.ts";

/** A request of a hub to a callback as it was sent. `at` is in milliseconds. */
export type Asked = {
  readonly method: string;
  /** The path with its query as it was sent. */
  readonly target: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
  readonly at: number;
};

type Behaviour = (asked: Asked, response: ServerResponse) => void;

/** Confirms every request (WebSub section 5.3.1, and rssCloud's challenge). */
export const confirm: Behaviour = ({ query }, response) => {
  response.writeHead(200).end(query.get("hub.challenge") ?? query.get("challenge") ?? "");
};
/** Accepts a delivery. */
export const thank: Behaviour = (_, response) => {
  response.writeHead(204).end();
};

/**
 * A subscriber with a host of its own (loopback with a port). It follows the Recommendation and shares no code with the
 * hub.
 */
export type Subscriber = {
  readonly callback: string;
  /** Every GET and every POST, in order. */
  readonly verifications: readonly Asked[];
  readonly deliveries: readonly Asked[];
  /** May be replaced at any time. */
  readonly answers: { verification: Behaviour; delivery: Behaviour };
  /** How many connections were opened, whatever was sent over them. */
  readonly connections: () => number;
  readonly verification: (number: number) => Promise<Asked>;
  /**
   * Resolves with the first delivery that contains this text. A change from before the subscription may be delivered as
   * well.
   */
  readonly deliveryOf: (text: string, seconds?: number) => Promise<Asked>;
  readonly deliveriesOf: (text: string) => readonly Asked[];
  readonly stop: () => void;
};

export async function startSubscriber(path = "/hook"): Promise<Subscriber> {
  const verifications: Asked[] = [];
  const deliveries: Asked[] = [];
  const answers: Subscriber["answers"] = { verification: confirm, delivery: thank };
  let connections = 0;
  const server = createServer(async (request, response) => {
    const asked = await read(request);
    const isDelivery = asked.method === "POST";
    (isDelivery ? deliveries : verifications).push(asked);
    (isDelivery ? answers.delivery : answers.verification)(asked, response);
  });
  server.on("connection", () => {
    connections += 1;
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const deliveriesOf = (text: string) => deliveries.filter(({ body }) => body.includes(text));
  return {
    callback: `http://127.0.0.1:${port}${path}`,
    verifications,
    deliveries,
    answers,
    connections: () => connections,
    verification: (number) => eventually(`verification ${number}`, () => verifications[number - 1]),
    deliveryOf: (text, seconds = 60) => eventually(`"${text}" is told`, () => deliveriesOf(text)[0], { seconds }),
    deliveriesOf,
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

async function read(request: IncomingMessage): Promise<Asked> {
  const at = Date.now();
  const target = request.url ?? "";
  return {
    method: request.method ?? "",
    target,
    query: new URL(target, "http://callback.invalid").searchParams,
    headers: request.headers,
    // A hub that is killed during a delivery sends a part of the body only.
    body: await buffer(request).catch(() => Buffer.alloc(0)),
    at,
  };
}
