import { licenceName } from "./licence-name.ts";

/** `rel=license` speaks of the page's main content, so a page has one: the head's `<link>` for what the page is about. */
export function LicenceLink({ address }: { address: string }) {
  return (
    <a href={address}>
      <bdi>{licenceName(address)}</bdi>
    </a>
  );
}
