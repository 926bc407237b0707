import { slug } from "../model/schema.ts";
import { PODCAST, SCOPE_FOLDERS, type Scope, type ScopeKind, scopeKey, scopeOfKey } from "../model/scope.ts";
import { allOf } from "../model/selection.ts";
import { FEED_FORMAT_NAMES, PODCAST_FORMAT_NAMES } from "../render/formats.ts";
import { feedAddresses } from "../site/feed-links.ts";
import { percentDecode } from "../syntax/percent.ts";

/** The forms of a feed that clients can subscribe to: every format, and the page. A podcast has one form. */
export const TOPIC_FORMS = [...FEED_FORMAT_NAMES, "html", ...PODCAST_FORMAT_NAMES] as const;
export type TopicForm = (typeof TOPIC_FORMS)[number];

/**
 * A document that clients can subscribe to: the feed of a scope in one form. A filtered feed is not a topic, because
 * its subscribers would be notified of changes that it does not contain.
 */
export type Topic = { readonly scope: Scope; readonly form: TopicForm };

/** The name in the database, such as `rss everything` or `json tags/boats`. */
export function topicName({ scope, form }: Topic): string {
  return `${form} ${scopeKey(scope)}`;
}

export function topicOfName(name: string): Topic {
  const [form = "", key = ""] = name.split(" ");
  return { scope: scopeOfKey(key), form: TOPIC_FORMS.find((each) => each === form) ?? "rss" };
}

/** The address, exactly as the document's `self` link has it. */
export function topicAddress({ scope, form }: Topic, origin: string): string {
  return feedAddresses(origin, allOf(scope))[form];
}

/**
 * Returns the topic that an address names, whether or not the feed exists, or undefined if the address cannot name one.
 * It reads the address only, so it takes the same time for any number of feeds. Two spellings that differ only in
 * percent-encoding are one address (RFC 3986 section 6.2.2).
 */
export function findTopic(address: string, origin: string): Topic | undefined {
  const url = URL.parse(address);
  if (!url?.href.startsWith(`${origin}/`) || url.href.includes("?") || url.href.includes("#")) return undefined;
  const scope = scopeOfPath(url.pathname);
  if (!scope) return undefined;
  const path = percentDecode(url.pathname);
  return TOPIC_FORMS.flatMap((form) => topicOf(scope, form) ?? []).find(
    (topic) => percentDecode(new URL(topicAddress(topic, origin)).pathname) === path,
  );
}

/** A podcast is another feed than that of the articles, at the same place. */
function topicOf(scope: Scope, form: TopicForm): Topic | undefined {
  if (form !== "podcast") return { scope, form };
  if (scope.kind === "everything") return { scope: PODCAST, form };
  return scope.kind === "section" ? { scope: { kind: "podcast", section: scope.slug }, form } : undefined;
}

function scopeOfPath(pathname: string): Scope | undefined {
  const [, folder, ...rest] = pathname.split("/");
  if (rest.length === 0) return { kind: "everything" };
  const kind = SCOPE_KINDS.find((each) => SCOPE_FOLDERS[each] === folder);
  const name = slug.safeParse(percentDecode(rest[0] ?? ""));
  return kind && rest.length === 2 && name.success ? { kind, slug: name.data } : undefined;
}

const SCOPE_KINDS: readonly ScopeKind[] = ["section", "tag", "author"];
