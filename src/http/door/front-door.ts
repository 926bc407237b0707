import type { ResponseOptions } from "../representation/respond.ts";
import { type Asked, mayRepeat } from "./may-repeat.ts";

/** What is needed to give an answer again. */
export type Remembered = {
  /** The path, for the log. */
  readonly path: string;
  /** The key of the representation in the cache. If the cache has dropped it, the answer is forgotten. */
  readonly key: string;
  readonly options: ResponseOptions;
  /**
   * Reads whether the representation is still that of `now` (milliseconds since the epoch). Undefined if only the clock
   * changes it, since the cache knows its `validUntil`.
   */
  readonly isCurrent: ((now: number) => Promise<boolean>) | undefined;
};

/** The answers that were given at one address, by the values of the headers that selected them. */
type Address = {
  readonly vary: string;
  readonly selecting: readonly string[];
  readonly answers: Map<string, Remembered>;
};

/** One answer takes about 1 kB. */
const MAX_ADDRESSES = 2_000;
const MAX_ANSWERS = 8;
/** Characters of the headers that selected an answer. No client that reads feeds sends as many. */
const MAX_SELECTING_LENGTH = 400;

/**
 * The answers that this isolate gave, by address. As in any cache of HTTP, one fits a request if all the headers that
 * its `Vary` names have the values of the request that it was given to (RFC 9111 section 4.1). `Accept-Encoding` is not
 * compared, because the coding is chosen anew for each request.
 */
export class FrontDoor {
  readonly #addresses = new Map<string, Address>();

  /** Returns undefined if the router has to answer. */
  find(asked: Asked): Remembered | undefined {
    const address = this.#addresses.get(asked.url);
    return address && mayRepeat(asked) ? address.answers.get(selectingValues(address, asked.headers)) : undefined;
  }

  /** Stores the answer to a request. The oldest addresses go first. */
  remember(asked: Asked, answer: Remembered): void {
    if (!mayRepeat(asked)) return;
    const known = this.#addresses.get(asked.url);
    const address = known?.vary === answer.options.vary ? known : newAddress(answer.options.vary);
    const values = selectingValues(address, asked.headers);
    if (values.length > MAX_SELECTING_LENGTH) return;
    this.#addresses.delete(asked.url);
    this.#addresses.set(asked.url, address);
    dropOldest(this.#addresses, MAX_ADDRESSES);
    address.answers.delete(values);
    address.answers.set(values, answer);
    dropOldest(address.answers, MAX_ANSWERS);
  }
}

function newAddress(vary: string): Address {
  const names = vary.split(",").map((name) => name.trim().toLowerCase());
  return { vary, selecting: names.filter((name) => name !== "accept-encoding"), answers: new Map() };
}

/** No value of a header has a line feed. A missing header differs from an empty one. */
function selectingValues({ selecting }: Address, headers: Headers): string {
  let values = "";
  for (const name of selecting) values += `${headers.get(name) ?? "\r"}\n`;
  return values;
}

function dropOldest(entries: Map<string, unknown>, max: number): void {
  for (const oldest of entries.keys()) {
    if (entries.size <= max) return;
    entries.delete(oldest);
  }
}
