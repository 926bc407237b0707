import type { FeedAddresses } from "../../model/feed.ts";
import { FeedAddress } from "./feed-address.tsx";
import { FEED_FORM_ORDER } from "./feed-forms.ts";
import { FeedLink } from "./feed-link.tsx";
import type { PageLanguage } from "./page-language.ts";

export const SUBSCRIBE_ID = "subscribe";

/** The addresses of the feeds, to be copied by hand. */
export function Subscribe({ addresses, page }: { addresses: FeedAddresses; page: PageLanguage }) {
  return (
    <section class="subscribe" id={SUBSCRIBE_ID} aria-labelledby="subscribe-heading">
      <h2 id="subscribe-heading">{page.labels.subscribe}</h2>
      <p>{page.labels.subscribeHow}</p>
      <ul>
        {FEED_FORM_ORDER.map((form) => (
          <li>
            <FeedLink addresses={addresses} form={form} />
            <FeedAddress address={addresses[form]} />
          </li>
        ))}
      </ul>
    </section>
  );
}
