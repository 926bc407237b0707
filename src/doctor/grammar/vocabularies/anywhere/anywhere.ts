import type { Children } from "../../element-rule.ts";
import { CREATIVE_COMMONS } from "./creative-commons.ts";
import { FOAF } from "./foaf.ts";
import { RSL_IN_FEED } from "./rsl.ts";
import { TAXONOMY } from "./taxonomy.ts";

/** Vocabularies of which an element may stand in any element that contains elements, also in those of other modules. */
export const ANYWHERE_AT_ALL: Children = { ...FOAF, ...TAXONOMY, ...CREATIVE_COMMONS, ...RSL_IN_FEED };

const PREFIXES = /^(?:foaf|taxo|cc):/;

/** Whether a name is in one of the vocabularies, and none of its elements. */
export function isMisnamed(name: string): boolean {
  return PREFIXES.test(name) && !Object.hasOwn(ANYWHERE_AT_ALL, name);
}
