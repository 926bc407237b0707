import type { Answer } from "../net/fetched.ts";

/** What a protection shows of itself. Header names and texts are compared without case. */
export type Signs = Pick<Answer, "status" | "headers"> & {
  /** The addresses on the way to the answer, and its own. */
  readonly urls: readonly string[];
  /** The beginning of the body, in lower case. */
  readonly text: string;
};

export type Test = (signs: Signs) => string | undefined;

/** A header field, if it is there and its value fits. Its value is a part of the sign. */
export function header(name: string, fits: RegExp = /./): Test {
  return ({ headers }) => {
    const value = headers[name];
    return value !== undefined && fits.test(value) ? `${name}: ${value}` : undefined;
  };
}

/** Words that stand in the body. */
export function says(...words: readonly string[]): Test {
  return ({ text }) => {
    const found = words.find((word) => text.includes(word));
    return found === undefined ? undefined : `the page contains "${found}"`;
  };
}

/** All of the tests fit. The first says what is shown. */
export function all(first: Test, ...others: readonly Test[]): Test {
  return (signs) => (others.every((other) => other(signs) !== undefined) ? first(signs) : undefined);
}

export function any(...tests: readonly Test[]): Test {
  return (signs) => tests.map((test) => test(signs)).find((sign) => sign !== undefined);
}

/** A redirect led there. */
export function leadsTo(place: RegExp): Test {
  return ({ urls }) => urls.find((url) => place.test(url));
}

const REFUSALS: readonly number[] = [401, 403, 405, 406, 429, 503];

/** Protections also mark answers that they let through, so a mark alone proves nothing. */
export const isRefused: Test = ({ status }) => (REFUSALS.includes(status) ? `status ${status}` : undefined);

/** A status other than 200. Products put their scripts into ordinary pages as well, so a script alone is no sign. */
export const isOdd: Test = ({ status }) => (status !== 200 ? `status ${status}` : undefined);

/** The title of the page: an article may name a product in its text. */
export function titled(...titles: readonly string[]): Test {
  return says(...titles.map((title) => `<title>${title}`));
}

const MAX_SMALL = 20_000;

/** Pages of protections are small: the page of a site that only contains a product's script is mostly not. */
export const isSmall: Test = ({ text }) =>
  text.length <= MAX_SMALL && !text.includes("<article") && !text.includes('rel="alternate"')
    ? "a small page"
    : undefined;

/** The refusal is a page that wants to run in a browser. The site's own refusal is mostly not. */
export const isRefusedByScript = all(isRefused, says("<script", "<noscript", "<iframe"));
