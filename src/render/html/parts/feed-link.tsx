import type { FeedAddresses } from "../../../model/feed.ts";
import { FEED_FORMS, type FeedForm } from "./feed-forms.ts";

export function FeedLink({ addresses, form }: { addresses: FeedAddresses; form: FeedForm }) {
  const { name, mediaType } = FEED_FORMS[form];
  return (
    <a href={addresses[form]} type={mediaType}>
      <bdi>{name}</bdi>
    </a>
  );
}
