import { generateCookie } from "hono/cookie";
import { parse } from "hono/utils/cookie";
import { type RandomBytes, randomId } from "../../syntax/random-id.ts";
import { DESK_PATH } from "../paths.ts";
import type { Access } from "./access.ts";
import { sha256 } from "./secret.ts";
import { tokenRowSchema } from "./token-row.ts";

const TWELVE_HOURS = 12 * 3_600_000;
/** 260 bits. */
const VALUE_LENGTH = 52;

/**
 * A browser takes a `__Secure-` cookie over https only (RFC 6265bis section 4.1.3.1). The prefix `__Host-` is stricter,
 * but it requires the path `/`, so the browser would send the cookie to the public pages too.
 */
function cookieName(url: URL): string {
  return url.protocol === "https:" ? "__Secure-desk" : "desk";
}

/**
 * Begins a session of twelve hours and returns its `Set-Cookie`. The database stores a hash of the value of the
 * cookie.
 */
export async function beginSession(
  { tokenId }: Access,
  url: URL,
  { db, now, randomBytes }: { readonly db: D1Database; readonly now: number; readonly randomBytes: RandomBytes },
): Promise<string> {
  const value = randomId(VALUE_LENGTH, randomBytes);
  await db.batch([
    db.prepare("DELETE FROM sessions WHERE expires <= ?").bind(now),
    db
      .prepare("INSERT INTO sessions (hash, token, created, expires) VALUES (?, ?, ?, ?)")
      .bind(sha256(value), tokenId, now, now + TWELVE_HOURS),
  ]);
  return cookie(url, value, TWELVE_HOURS / 1_000);
}

/** Ends the session and returns the `Set-Cookie` that removes the cookie. */
export async function endSession(request: Request, url: URL, db: D1Database): Promise<string> {
  const value = sessionValue(request, url);
  if (value !== undefined) await db.prepare("DELETE FROM sessions WHERE hash = ?").bind(sha256(value)).run();
  return cookie(url, "", 0);
}

/**
 * Finds the client of a session cookie. Returns undefined if the session has ended, or its token is revoked or
 * expired.
 */
export async function findSession(
  request: Request,
  url: URL,
  db: D1Database,
  now: number,
): Promise<Access | undefined> {
  const value = sessionValue(request, url);
  if (value === undefined) return undefined;
  const found = await db
    .prepare(
      `SELECT tokens.id, name, tokens.hash, scopes, tokens.expires, revoked, last_used FROM sessions JOIN tokens ON tokens.id = token
       WHERE sessions.hash = ?1 AND sessions.expires > ?2 AND revoked IS NULL AND (tokens.expires IS NULL OR tokens.expires > ?2)`,
    )
    .bind(sha256(value), now)
    .first();
  if (!found) return undefined;
  const { id, name, scopes } = tokenRowSchema.parse(found);
  return { tokenId: id, name, scopes, csrf: sha256(`csrf ${value}`) };
}

function sessionValue(request: Request, url: URL): string | undefined {
  const name = cookieName(url);
  return parse(request.headers.get("cookie") ?? "", name)[name];
}

function cookie(url: URL, value: string, seconds: number): string {
  const secure = url.protocol === "https:";
  const path = DESK_PATH.slice(0, -1);
  return generateCookie(cookieName(url), value, { path, maxAge: seconds, httpOnly: true, secure, sameSite: "Strict" });
}
