import { expect } from "vitest";
import { type App, createApp } from "../../src/http/app.ts";
import type { Dependencies, RequestRecord } from "../../src/http/service.ts";

/**
 * A service with the front door, each answer of which is compared with two others: the answer to the same request once
 * more, which the door may give from memory, and the answer of a service without a door. So every test of the public
 * service also says that the door changes nothing. `log` has what the first answer logged.
 */
export function compareDoors(dependencies: Omit<Dependencies, "log">, log: RequestRecord[]) {
  const logs = { first: log, again: [] as RequestRecord[], doorless: [] as RequestRecord[] };
  let current: keyof typeof logs = "first";
  const write = (record: RequestRecord) => void logs[current].push(record);
  const withDoor = createApp({ ...dependencies, log: write });
  const doorless = createApp({ ...dependencies, log: write }, { hasDoor: false });
  const ask = async (app: App, to: keyof typeof logs, request: Request) => {
    current = to;
    const response = await app.fetch(request);
    return { response, seen: await seenOf(response.clone()), record: logs[to].at(-1) };
  };
  return async (createRequest: () => Request): Promise<Response> => {
    const first = await ask(withDoor, "first", createRequest());
    const again = await ask(withDoor, "again", createRequest());
    const without = await ask(doorless, "doorless", createRequest());
    expect(again.seen, "the second answer").toEqual(first.seen);
    expect(without.seen, "the answer without a door").toEqual(first.seen);
    expect(without.record, "the log without a door").toEqual(first.record);
    expect(withoutSource(again.record), "the log of the second answer").toEqual(withoutSource(first.record));
    return first.response;
  };
}

/** The second answer may come from memory. Faults of the content are not logged. */
function withoutSource(record: RequestRecord | undefined) {
  return record && { ...record, representation: undefined };
}

async function seenOf(response: Response) {
  const body = Buffer.from(await response.arrayBuffer()).toString("base64");
  return { status: response.status, headers: [...response.headers], body };
}
