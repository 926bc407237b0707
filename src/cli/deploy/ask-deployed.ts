import type { InDoubt } from "../../compile/ledger/deployed-records.ts";
import { articlePath } from "../../site/addresses.ts";
import { userAgent } from "../../site/user-agent.ts";
import { fewAtOnce } from "../console/few-at-once.ts";

/** Requests at the same time. */
const MAX_AT_ONCE = 8;

/** Milliseconds for one answer. */
const PATIENCE = 10_000;

/** `unknown` are the addresses that did not tell, and so count as deployed. */
export type AskedService = { readonly deployed: ReadonlySet<string>; readonly unknown: readonly string[] };

/**
 * Asks the deployed service about articles whose records say that no deploy carried them. A deploy elsewhere may have,
 * in CI or from another clone, and its ledger may not have come back. The service never answers 404 at an address that
 * it once had: so only a 404, or a host name that does not exist, means that no deploy carried the article.
 *
 * @param articles ids with the slugs that the articles have and had
 */
export async function askDeployed(
  address: string,
  articles: readonly InDoubt[],
  patience: number = PATIENCE,
): Promise<AskedService> {
  const deployed = new Set<string>();
  const unknown: string[] = [];
  const asked = articles.flatMap(({ id, slugs }) => slugs.map((slug) => ({ id, url: address + articlePath(slug) })));
  await fewAtOnce(asked, { max: MAX_AT_ONCE, isOver: () => false }, async ({ id, url }) => {
    if (deployed.has(id)) return;
    const found = await look(url, patience);
    if (found !== "absent") deployed.add(id);
    if (found === "unknown") unknown.push(url);
  });
  return { deployed, unknown };
}

async function look(url: string, patience: number): Promise<"there" | "absent" | "unknown"> {
  try {
    const response = await fetch(url, {
      method: "HEAD",
      redirect: "manual",
      headers: { "User-Agent": userAgent(url), "Cache-Control": "no-cache" },
      signal: AbortSignal.timeout(patience),
    });
    if (response.status === 404) return "absent";
    return response.status < 500 && response.status !== 403 && response.status !== 429 ? "there" : "unknown";
  } catch (error) {
    return hasNoHost(error) ? "absent" : "unknown";
  }
}

/** The message of `fetch` is only `fetch failed`; its cause says that no host has the name. */
function hasNoHost(error: unknown): boolean {
  const cause = error instanceof Error ? error.cause : undefined;
  return cause instanceof Error && "code" in cause && /^(?:ENOTFOUND|EAI_AGAIN|EAI_NODATA)$/.test(String(cause.code));
}
