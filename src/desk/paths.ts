import { DESK_PREFIX, SCHEMAS_PREFIX } from "../site/addresses.ts";

/** Every path of the desk, named once; `{…}` is a part of the path, as OpenAPI writes it. */
export const DESK_PATH = DESK_PREFIX;
export const SESSION_PATH = `${DESK_PREFIX}session`;
export const SESSION_END_PATH = `${DESK_PREFIX}session/end`;
export const VIEW_PATH = `${DESK_PREFIX}view/{slug}`;
export const RETRACT_PATH = `${DESK_PREFIX}view/{slug}/retract`;
export const STYLE_PATH = `${DESK_PREFIX}style.css`;
export const ARTICLES_PATH = `${DESK_PREFIX}articles`;
export const ARTICLE_PATH = `${DESK_PREFIX}articles/{slug}`;
export const AUDIT_PATH = `${DESK_PREFIX}audit`;
export const MEDIA_PATH = `${DESK_PREFIX}media`;
export const MEDIA_FILE_PATH = `${DESK_PREFIX}media/{hash}/{name}`;
export const SUBSCRIPTIONS_PATH = `${DESK_PREFIX}subscriptions`;
export const DELIVERIES_PATH = `${DESK_PREFIX}deliveries`;
export const REPLAY_PATH = `${DESK_PREFIX}deliveries/replay`;
export const HUB_PAGE_PATH = `${DESK_PREFIX}hub`;
export const OPENAPI_PATH = `${DESK_PREFIX}openapi.json`;
export const REFERENCE_PATH = `${DESK_PREFIX}reference`;
/** The stable address of the schema by which articles are sent: public, and no part of the desk. */
export const SCHEMA_PATH = `${SCHEMAS_PREFIX}article.json`;

/** The path with its parts put in. */
export function pathOf(pattern: string, parts: Readonly<Record<string, string>>): string {
  return pattern.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(parts[name] ?? ""));
}
