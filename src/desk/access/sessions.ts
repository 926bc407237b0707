import type { Access } from "./access.ts";
import { tokenRowSchema } from "./bearer.ts";
import { type RandomBytes, randomSigns, sha256 } from "./secret.ts";

const TWELVE_HOURS = 12 * 3_600_000;
/** 260 bits. */
const VALUE_LENGTH = 52;

/** RFC 6265bis section 4.1.3.1: a browser takes a `__Secure-` cookie over https only. `__Host-` would have to be sent to readers' pages too. */
function cookieName(url: URL): string {
  return url.protocol === "https:" ? "__Secure-desk" : "desk";
}

/** The `Set-Cookie` of a session that begins; the database learns only a hash of what it holds. */
export async function beginSession(
  { tokenId }: Access,
  url: URL,
  { database, now, randomBytes }: { database: D1Database; now: number; randomBytes: RandomBytes },
): Promise<string> {
  const value = randomSigns(VALUE_LENGTH, randomBytes);
  await database.batch([
    database.prepare("DELETE FROM sessions WHERE expires <= ?").bind(now),
    database
      .prepare("INSERT INTO sessions (hash, token, created, expires) VALUES (?, ?, ?, ?)")
      .bind(sha256(value), tokenId, now, now + TWELVE_HOURS),
  ]);
  return cookie(url, value, TWELVE_HOURS / 1_000);
}

/** Ends the session, and answers with the `Set-Cookie` that takes the cookie away. */
export async function endSession(request: Request, url: URL, database: D1Database): Promise<string> {
  const value = sessionValue(request, url);
  if (value !== undefined) await database.prepare("DELETE FROM sessions WHERE hash = ?").bind(sha256(value)).run();
  return cookie(url, "", 0);
}

/** Who is behind the cookie; nobody once the session is over, or its token revoked or expired. */
export async function judgeSession(
  request: Request,
  url: URL,
  database: D1Database,
  now: number,
): Promise<Access | undefined> {
  const value = sessionValue(request, url);
  if (value === undefined) return undefined;
  const found = await database
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
  const pairs = (request.headers.get("cookie") ?? "").split(";").map((pair) => pair.trim());
  const [, value] = pairs.find((pair) => pair.startsWith(`${name}=`))?.match(/=([0-9a-z]+)$/) ?? [];
  return value;
}

function cookie(url: URL, value: string, seconds: number): string {
  const secure = url.protocol === "https:" ? "; Secure" : "";
  return `${cookieName(url)}=${value}; Path=/desk; Max-Age=${seconds}; HttpOnly; SameSite=Strict${secure}`;
}
