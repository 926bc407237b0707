import type { FeedAddresses } from "../../../model/feed.ts";
import type { PageLanguage } from "../page-language.ts";
import { FeedAddressList } from "./feed-address-list.tsx";

export const SUBSCRIBE_ID = "subscribe";

/** The addresses of the feeds, to be copied by hand. */
export function Subscribe({ addresses, page }: { addresses: FeedAddresses; page: PageLanguage }) {
  return (
    <section class="subscribe" id={SUBSCRIBE_ID} aria-labelledby="subscribe-heading">
      <h2 id="subscribe-heading">{page.labels.subscribe}</h2>
      <p>{page.labels.subscribeHow}</p>
      <FeedAddressList addresses={addresses} />
    </section>
  );
}
