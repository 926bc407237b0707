import { slug } from "../model/schema.ts";
import { SCOPE_FOLDERS, type Scope, type ScopeKind } from "../model/scope.ts";
import { TOPIC_FORMS, type Topic, topicAddress } from "./topic.ts";

/**
 * The topic that an address names, whether or not there is such a feed. It is found by taking the address apart, so it costs the same among a
 * million. Two spellings that differ only in what is percent-encoded are one address (RFC 3986 section 6.2.2).
 */
export function findTopic(address: string, origin: string): Topic | undefined {
  const url = URL.parse(address);
  if (!url?.href.startsWith(`${origin}/`) || url.href.includes("?") || url.href.includes("#")) return undefined;
  const scope = scopeOfPath(url.pathname);
  if (!scope) return undefined;
  const path = decoded(url.pathname);
  return TOPIC_FORMS.map((form) => ({ scope, form })).find(
    (topic) => decoded(new URL(topicAddress(topic, origin)).pathname) === path,
  );
}

function scopeOfPath(pathname: string): Scope | undefined {
  const [, folder, ...rest] = pathname.split("/");
  if (rest.length === 0) return { kind: "everything" };
  const kind = SCOPE_KINDS.find((each) => SCOPE_FOLDERS[each] === folder);
  const name = slug.safeParse(decoded(rest[0] ?? ""));
  return kind && rest.length === 2 && name.success ? { kind, slug: name.data } : undefined;
}

const SCOPE_KINDS: readonly ScopeKind[] = ["section", "tag", "author"];

function decoded(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    // Bytes that are no UTF-8: no address of ours has such.
    return undefined;
  }
}
