import type { FeedAddresses } from "../../../model/feed.ts";
import { FEED_FORMAT_NAMES, FEED_FORMATS, type FeedFormat } from "../../formats.ts";
import type { PageLanguage } from "../page-language.ts";

/** The `id` of the section that the masthead links to. */
export const SUBSCRIBE_ID = "subscribe";

/** The section with the addresses of the feeds, which readers copy by hand. */
export function Subscribe({ addresses, page }: { addresses: FeedAddresses; page: PageLanguage }) {
  return (
    <section class="subscribe" id={SUBSCRIBE_ID} aria-labelledby="subscribe-heading">
      <h2 id="subscribe-heading">{page.labels.subscribe}</h2>
      <p>{page.labels.subscribeHow}</p>
      <FeedAddressList addresses={addresses} />
    </section>
  );
}

/** A feed's address in each format, as a link and as text to copy. */
export function FeedAddressList({ addresses, class: className }: { addresses: FeedAddresses; class?: string }) {
  return (
    <ul class={className}>
      {FEED_FORMAT_NAMES.map((format) => (
        <li>
          <FeedLink addresses={addresses} format={format} />
          <FeedAddress address={addresses[format]} />
        </li>
      ))}
    </ul>
  );
}

export function FeedLink({ addresses, format }: { addresses: FeedAddresses; format: FeedFormat }) {
  const { label, mediaType } = FEED_FORMATS[format];
  return (
    <a href={addresses[format]} type={mediaType}>
      <bdi>{label}</bdi>
    </a>
  );
}

/** An address that one click selects as a whole (`user-select: all`). Addresses run left to right in every language. */
export function FeedAddress({ address }: { address: string }) {
  return (
    <code class="address" dir="ltr">
      {address}
    </code>
  );
}
