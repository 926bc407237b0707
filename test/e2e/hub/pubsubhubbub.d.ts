/** The part of an untyped package that the tests use. */
declare module "pubsubhubbub" {
  import type { EventEmitter } from "node:events";
  import type { IncomingMessage, ServerResponse } from "node:http";

  type Subscriber = EventEmitter & {
    listener(): (request: IncomingMessage, response: ServerResponse) => void;
    subscribe(topic: string, hub: string): void;
    unsubscribe(topic: string, hub: string): void;
  };
  export function createServer(options: { callbackUrl: string }): Subscriber;
}
