import { type Scope, scopeKey, scopeOfKey } from "../model/scope.ts";
import { allOf } from "../model/selection.ts";
import { FEED_FORMAT_NAMES } from "../render/formats.ts";
import { feedAddresses } from "../site/feed-links.ts";

/** The representations of a feed that clients can follow: every format, and the page. */
export const TOPIC_FORMS = [...FEED_FORMAT_NAMES, "html"] as const;
export type TopicForm = (typeof TOPIC_FORMS)[number];

/** A document that can be followed: the feed of a scope in one form. Filtered feeds are none: whoever follows one would be told of changes it does not show. */
export type Topic = { readonly scope: Scope; readonly form: TopicForm };

/** Its name in the database: `rss everything`, `json tags/boats`. */
export function topicName({ scope, form }: Topic): string {
  return `${form} ${scopeKey(scope)}`;
}

export function topicOfName(name: string): Topic {
  const [form = "", key = ""] = name.split(" ");
  return { scope: scopeOfKey(key), form: TOPIC_FORMS.find((each) => each === form) ?? "rss" };
}

/** Its address, exactly as its `self` says it. */
export function topicAddress({ scope, form }: Topic, origin: string): string {
  return feedAddresses(origin, allOf(scope))[form];
}
