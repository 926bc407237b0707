import type { FeedAddresses } from "../../../model/feed.ts";
import { FeedAddress } from "./feed-address.tsx";
import { FEED_FORM_ORDER } from "./feed-forms.ts";
import { FeedLink } from "./feed-link.tsx";

/** A feed's address in each form, to follow or to copy. */
export function FeedAddressList({ addresses, class: className }: { addresses: FeedAddresses; class?: string }) {
  return (
    <ul class={className}>
      {FEED_FORM_ORDER.map((form) => (
        <li>
          <FeedLink addresses={addresses} form={form} />
          <FeedAddress address={addresses[form]} />
        </li>
      ))}
    </ul>
  );
}
