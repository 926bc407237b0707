import { type Navigation, NO_NAVIGATION } from "../../../model/navigation.ts";
import type { Publication } from "../../../model/publication.ts";

/** The pages that the header and the footer of every page link to, in order. */
export function navigationOf({ navigation = NO_NAVIGATION }: Publication): Navigation {
  return navigation;
}
