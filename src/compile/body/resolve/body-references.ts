import { elementsIn } from "../elements.ts";
import type { ParsedBody } from "../parse/parse-body.ts";
import { addressUses, candidatesOf } from "./place-addresses.ts";
import { type AddressTarget, readAddress } from "./resolve-address.ts";

/** Everything that `resolveBody` looks up for this body. `origin` is that of the destinations. */
export function bodyReferences({ tree }: ParsedBody, origin: string | undefined): readonly AddressTarget[] {
  const targets: AddressTarget[] = [];
  for (const element of elementsIn(tree)) {
    for (const [name, use] of addressUses(element)) {
      const written = String(element.properties[name]);
      // A fragment leads to the article's own page.
      if (name === "href" && written.startsWith("#")) continue;
      const target = readAddress(written, origin);
      if (target.kind !== "article" || use === "link") targets.push(target);
    }
    for (const [written] of candidatesOf(element.properties.srcSet ?? "")) {
      const target = readAddress(written, origin);
      if (target.kind !== "article") targets.push(target);
    }
  }
  return targets;
}
