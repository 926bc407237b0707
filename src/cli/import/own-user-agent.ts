import { join } from "node:path";
import { userAgent } from "../../site/user-agent.ts";
import { readPublicationFacts } from "./publication-facts.ts";

/** The `User-Agent` of a command that is run in a repository: its contact is the publication's address. */
export function ownUserAgent(root: string): string {
  return userAgent(readPublicationFacts(join(root, "content/publication.yaml")).address);
}
