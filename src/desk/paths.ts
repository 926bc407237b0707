import { DESK_PREFIX, SCHEMAS_PREFIX } from "../site/addresses.ts";

/** The paths of the desk. `{…}` is a parameter, as in OpenAPI. */
export const DESK_PATH = DESK_PREFIX;
/** The overview, which is at `DESK_PATH` too: tools want the path of an operation without a slash at its end. */
export const OVERVIEW_PATH = DESK_PREFIX.slice(0, -1);
export const SESSION_PATH = `${DESK_PREFIX}session`;
export const SESSION_END_PATH = `${DESK_PREFIX}session/end`;
export const VIEW_PATH = `${DESK_PREFIX}view/{slug}`;
export const RETRACT_PATH = `${DESK_PREFIX}view/{slug}/retract`;
export const RESTORE_PATH = `${DESK_PREFIX}view/{slug}/restore`;
export const STYLE_PATH = `${DESK_PREFIX}style.css`;
export const ARTICLES_PATH = `${DESK_PREFIX}articles`;
export const ARTICLE_PATH = `${DESK_PREFIX}articles/{slug}`;
export const PAGES_PATH = `${DESK_PREFIX}pages`;
export const PAGE_PATH = `${DESK_PREFIX}pages/{slug}`;
export const AUDIT_PATH = `${DESK_PREFIX}audit`;
export const MEDIA_PATH = `${DESK_PREFIX}media`;
export const MEDIA_FILE_PATH = `${DESK_PREFIX}media/{hash}/{name}`;
export const SUBSCRIPTIONS_PATH = `${DESK_PREFIX}subscriptions`;
export const DELIVERIES_PATH = `${DESK_PREFIX}deliveries`;
export const REPLAY_PATH = `${DESK_PREFIX}deliveries/replay`;
export const HUB_PAGE_PATH = `${DESK_PREFIX}hub`;
export const OPENAPI_PATH = `${DESK_PREFIX}openapi.json`;
export const REFERENCE_PATH = `${DESK_PREFIX}reference`;
/** The address of the JSON Schema of submitted articles. It is public and stable, and not below the desk. */
export const SCHEMA_PATH = `${SCHEMAS_PREFIX}article.json`;

/** Puts the parameters into a path. They are percent-encoded. */
export function pathOf(pattern: string, parameters: Readonly<Record<string, string>>): string {
  return pattern.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(parameters[name] ?? ""));
}
