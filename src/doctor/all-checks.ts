import { AGENT_CHECKS } from "./checks/agents.ts";
import { CACHING_CHECKS } from "./checks/caching.ts";
import { COMPRESSION_CHECKS } from "./checks/compression.ts";
import { CONTENT_CHECKS } from "./checks/content.ts";
import { DATE_CHECKS } from "./checks/dates.ts";
import { DISCOVERY_CHECKS } from "./checks/discovery.ts";
import { ENCODING_CHECKS } from "./checks/encoding.ts";
import { ENTRY_CHECKS } from "./checks/entries.ts";
import { EXTENSION_CHECKS } from "./checks/grammar/extensions.ts";
import { ATOM_CHECKS, RSS_GRAMMAR_CHECKS } from "./checks/grammar/formats.ts";
import { STRUCTURE_CHECKS } from "./checks/grammar/structure.ts";
import { VALUE_CHECKS } from "./checks/grammar/values.ts";
import { JSON_FEED_CHECKS } from "./checks/json-feed.ts";
import { LINK_CHECKS } from "./checks/links.ts";
import { MEDIA_TYPE_CHECKS } from "./checks/media-type.ts";
import { REACHABILITY_CHECKS } from "./checks/reachability.ts";
import { REDIRECT_CHECKS } from "./checks/redirects.ts";
import { REQUEST_CHECKS } from "./checks/requests.ts";
import { RSS_CHECKS } from "./checks/rss.ts";
import { STABILITY_CHECKS } from "./checks/stability.ts";
import { VALIDATOR_CHECKS } from "./checks/validators.ts";
import { WELL_FORMEDNESS_CHECKS } from "./checks/well-formedness.ts";
import type { Check } from "./finding.ts";

/** Rules about what a server does. */
function ofExchange(checks: readonly Check[]): readonly Check[] {
  return checks.map((check) => ({ ...check, isOfExchange: true }));
}

/**
 * All rules, in the order of the report. A new rule is a row in one of these lists, and a row in the table of
 * misbehaviours in the tests.
 */
export const ALL_CHECKS: readonly Check[] = [
  ...REACHABILITY_CHECKS,
  ...ofExchange(REDIRECT_CHECKS),
  ...DISCOVERY_CHECKS,
  ...ofExchange(MEDIA_TYPE_CHECKS),
  ...ENCODING_CHECKS,
  ...WELL_FORMEDNESS_CHECKS,
  ...STRUCTURE_CHECKS,
  ...RSS_GRAMMAR_CHECKS,
  ...RSS_CHECKS,
  ...ATOM_CHECKS,
  ...JSON_FEED_CHECKS,
  ...VALUE_CHECKS,
  ...EXTENSION_CHECKS,
  ...ENTRY_CHECKS,
  ...DATE_CHECKS,
  ...CONTENT_CHECKS,
  ...LINK_CHECKS,
  ...ofExchange(VALIDATOR_CHECKS),
  ...ofExchange(STABILITY_CHECKS),
  ...ofExchange(CACHING_CHECKS),
  ...ofExchange(COMPRESSION_CHECKS),
  ...ofExchange(REQUEST_CHECKS),
  ...ofExchange(AGENT_CHECKS),
];
