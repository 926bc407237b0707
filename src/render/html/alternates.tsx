import type { FeedHead } from "../../model/feed.ts";
import { FEED_FORM_ORDER, FEED_FORMS } from "./feed-forms.ts";

/** Feed autodiscovery. */
export function Alternates({ feed }: { feed: FeedHead }) {
  return (
    <>
      {FEED_FORM_ORDER.map((form) => {
        const { name, mediaType } = FEED_FORMS[form];
        return <link rel="alternate" type={mediaType} title={`${feed.title} (${name})`} href={feed.addresses[form]} />;
      })}
    </>
  );
}
