import { clientKey } from "../../http/client-address.ts";
import { err, ok, type Result } from "../../syntax/result.ts";
import type { OpenCall } from "../desk-call.ts";
import type { DeskService } from "../desk-service.ts";
import type { DeskProblem, Refusal } from "../problems.ts";
import { readToken } from "../tokens.ts";
import type { Access } from "./access.ts";
import { passesCsrfCheck } from "./own-page.ts";
import { isSameSecret, sha256 } from "./secret.ts";
import { findSession } from "./sessions.ts";
import { tokenRowSchema } from "./token-row.ts";

/** The period of both rate limits in wrangler.toml, in seconds. */
const LIMIT_PERIOD = 60;

const DAY = 86_400_000;

/** Compared with the secret of an unknown token, so that the answer takes as long as for a wrong secret. */
const NO_HASH = sha256("");

/**
 * Authenticates the client by its bearer token or, if it sent none, by its session cookie. A change by a session also
 * has to pass the CSRF check.
 */
export async function authenticate(service: DeskService, call: OpenCall): Promise<Result<Access, DeskProblem>> {
  const { request, url, now } = call;
  const authorization = request.headers.get("authorization");
  if (authorization !== null) return authenticateToken(service, request, authorization, now);
  const access = await findSession(request, url, service.db, now);
  if (!access) return err({ kind: "unauthenticated", refusal: "none" });
  const isSafe = request.method === "GET" || request.method === "HEAD";
  if (!isSafe && !passesCsrfCheck(request, url, access, request.headers.get("x-csrf-token")))
    return err({ kind: "forged" });
  return withinLimit(service, access);
}

/**
 * Attempts that fail count against the address that they come from, not against a token. So nobody can exhaust the
 * limit of another client's token.
 *
 * @param authorization the value of the `Authorization` field
 */
export async function authenticateToken(
  service: DeskService,
  request: Request,
  authorization: string,
  now: number,
): Promise<Result<Access, DeskProblem>> {
  const checked = await checkBearer(authorization, service.db, now);
  if (checked.ok) return withinLimit(service, checked.value);
  const refusal = checked.error;
  const isAttempt = refusal !== "none" && refusal !== "scheme";
  if (isAttempt && !(await service.anonymousLimit.limit({ key: clientKey(request.headers) })).success)
    return err({ kind: "too-many-requests", seconds: LIMIT_PERIOD });
  return err({ kind: "unauthenticated", refusal });
}

async function withinLimit(service: DeskService, access: Access): Promise<Result<Access, DeskProblem>> {
  const { success } = await service.tokenLimit.limit({ key: access.tokenId });
  return success ? ok(access) : err({ kind: "too-many-requests", seconds: LIMIT_PERIOD });
}

/**
 * Checks a bearer token (RFC 6750 section 2.1). Only a client with the right secret learns that a token is expired or
 * revoked.
 */
async function checkBearer(authorization: string, db: D1Database, now: number): Promise<Result<Access, Refusal>> {
  const [, text] = /^bearer +(\S+) *$/i.exec(authorization) ?? [];
  if (text === undefined) return err(/^bearer\b/i.test(authorization) ? "malformed" : "scheme");
  const token = readToken(text);
  if (!token) return err("malformed");
  const found = await db
    .prepare("SELECT id, name, hash, scopes, expires, revoked, last_used FROM tokens WHERE id = ?")
    .bind(token.id)
    .first();
  const row = found ? tokenRowSchema.parse(found) : undefined;
  const isRight = isSameSecret(sha256(token.secret), row?.hash ?? NO_HASH);
  if (!row || !isRight) return err("unknown");
  if (row.revoked !== null) return err("revoked");
  if (row.expires !== null && row.expires <= now) return err("expired");
  const today = now - (now % DAY);
  if ((row.last_used ?? 0) < today)
    await db.prepare("UPDATE tokens SET last_used = ? WHERE id = ?").bind(today, row.id).run();
  return ok({ tokenId: row.id, name: row.name, scopes: row.scopes });
}
