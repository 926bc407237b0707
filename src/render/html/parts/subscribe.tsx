import type { FeedAddresses } from "../../../model/feed.ts";
import type { Publication } from "../../../model/publication.ts";
import { FEEDS_PATH } from "../../../site/addresses.ts";
import { FEED_FORMAT_NAMES, FEED_FORMATS, type FeedFormat, PODCAST_FORMAT_NAMES } from "../../formats.ts";
import type { PageLanguage } from "../page-language.ts";

/** The `id` of the section that the masthead links to. */
export const SUBSCRIBE_ID = "subscribe";

type SubscribeProps = { addresses: FeedAddresses; hasPodcast: boolean; page: PageLanguage };

/** The section with the addresses of the feeds and of the podcast beside them, which readers copy by hand. */
export function Subscribe({ addresses, hasPodcast, page }: SubscribeProps) {
  const formats = [...FEED_FORMAT_NAMES, ...(hasPodcast ? PODCAST_FORMAT_NAMES : [])];
  return (
    <section class="subscribe" id={SUBSCRIBE_ID} aria-labelledby="subscribe-heading">
      <h2 id="subscribe-heading">{page.labels.subscribe}</h2>
      <p>{page.labels.subscribeHow}</p>
      <FeedAddressList addresses={addresses} formats={formats} />
    </section>
  );
}

type SubscribeLineProps = SubscribeProps & { publication: Publication };

/** One line below an article: links to its feeds, and to all feeds with their addresses. */
export function SubscribeLine({ addresses, hasPodcast, publication, page: { labels } }: SubscribeLineProps) {
  const formats = [...FEED_FORMAT_NAMES, ...(hasPodcast ? PODCAST_FORMAT_NAMES : [])];
  return (
    <p class="subscribe-line" id={SUBSCRIBE_ID}>
      <strong>{labels.subscribe}:</strong>{" "}
      {formats.map((format) => (
        <>
          <FeedLink addresses={addresses} format={format} />
          {" · "}
        </>
      ))}
      <a href={publication.address + FEEDS_PATH}>{labels.allFeeds}</a>
    </p>
  );
}

type FeedAddressListProps = { addresses: FeedAddresses; formats: readonly FeedFormat[]; class?: string };

/** A feed's address in each of the formats, as a link and as text to copy. */
export function FeedAddressList({ addresses, formats, class: className }: FeedAddressListProps) {
  return (
    <ul class={className}>
      {formats.map((format) => (
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
