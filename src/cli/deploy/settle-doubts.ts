import { randomBytes } from "node:crypto";
import { compileContent } from "../../compile/compile-content.ts";
import { inDoubt } from "../../compile/ledger/deployed-records.ts";
import { readContent } from "../build/content-sources.ts";
import { readLedger } from "../build/ledger-folder.ts";
import { askDeployed } from "./ask-deployed.ts";
import { markDeployed } from "./mark-deployed.ts";

const UNKNOWN = "the service did not tell whether it had this article, so readers are told that it is gone or moved";

/**
 * Before a deploy: asks the service about the articles that were removed or renamed and that no deploy carried as far
 * as the ledger below `root` knows. Those that it had are noted in the ledger, so that their tombstones and redirects
 * are built. Returns lines for the person. Content with faults is left to the build.
 */
export async function settleDoubts(root: string): Promise<readonly string[]> {
  const known = readLedger(root);
  const doubtful = known.ok && known.value ? inDoubt(known.value.ledger) : [];
  if (doubtful.length === 0) return [];
  const sources = { ...(await readContent(root)), articles: [] };
  const compiled = compileContent(sources, { mode: "production", allowPlaceholder: false, randomBytes });
  if (!compiled.ok) return [];
  const { deployed, unknown } = await askDeployed(compiled.value.publication.address, doubtful);
  const marked = markDeployed(root, deployed);
  return [...unknown.map((url) => `warning: ${url}: ${UNKNOWN}`), ...(marked === undefined ? [] : [marked])];
}
