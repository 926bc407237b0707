import { parseContentType } from "../../syntax/content-type.ts";
import type { Answer } from "../net/fetched.ts";
import { PROTECTIONS } from "./protections.ts";
import type { Signs } from "./signs.ts";

/** An answer of a protection against bots that stands before a site, in place of what the site would answer. */
export type Challenge = {
  /** The product, or `a protection against bots`. */
  readonly by: string;
  /** How it shows: a header field, or words of the page. */
  readonly sign: string;
  /** How the owner exempts the feed. */
  readonly exempt: string;
};

const MAX_READ = 100_000;
const REFUSALS: readonly number[] = [401, 403, 405, 406, 418, 429, 503];

/** What pages that ask for proof say, in any product. Site pages may say it too, so the answer must be a refusal. */
const PROOF =
  /captcha|are you (?:a )?human|(?:not|are you) a (?:ro)?bot|just a moment|checking (?:if|your browser)|verify(?:ing)? (?:that )?you are|browser (?:check|verification)|(?:enable|requires) javascript|security check|proof[- ]of[- ]work/;

const EXEMPT_ANY =
  "Exempt the feed's address in the protection of your host, CDN or plug-in: no challenge, no JavaScript, no cookies for that path.";

const known = new WeakMap<Answer, { readonly challenge: Challenge | undefined }>();

/** Returns undefined if the answer is the site's own. Documents that are not pages are never a challenge. */
export function challengeIn(answer: Answer): Challenge | undefined {
  const before = known.get(answer);
  if (before) return before.challenge;
  const challenge = readChallenge(answer);
  known.set(answer, { challenge });
  return challenge;
}

function readChallenge({ status, headers, body, url, hops }: Answer): Challenge | undefined {
  const text = new TextDecoder("windows-1252").decode(body.subarray(0, MAX_READ)).toLowerCase();
  // A feed may write about protections.
  if (status < 400 && /^[\s\ufeffï»¿]*(?:<\?xml|<rss|<feed|<rdf|<opml|\{)/.test(text.slice(0, 200))) return undefined;
  const signs: Signs = { status, headers, text, urls: [...hops.map((hop) => hop.url), url] };
  for (const { name, sign, exempt } of PROTECTIONS) {
    const found = sign(signs);
    if (found !== undefined) return { by: name, sign: found, exempt };
  }
  const isPage = parseContentType(headers["content-type"]).mediaType === "text/html" || text.includes("<html");
  const words = REFUSALS.includes(status) && isPage && text.includes("<script") ? PROOF.exec(text)?.[0] : undefined;
  if (words === undefined) return undefined;
  return {
    by: "a protection against bots",
    sign: `status ${status}, and a page with JavaScript that says "${words}"`,
    exempt: EXEMPT_ANY,
  };
}
