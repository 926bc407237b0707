import { clientKey } from "../../http/client-address.ts";
import type { OpenCall } from "../desk-call.ts";
import type { DeskProblem, Refusal } from "../desk-problem.ts";
import type { DeskService } from "../desk-service.ts";
import type { Access } from "./access.ts";
import { judgeBearer } from "./bearer.ts";
import { isMeant } from "./own-page.ts";
import { judgeSession } from "./sessions.ts";

/** The period of both limits in wrangler.toml, in seconds. */
const LIMIT_PERIOD = 60;

/** Who asks, by a bearer token or, for want of one, by the session of a browser. A cookie alone changes nothing. */
export async function authenticate(service: DeskService, call: OpenCall): Promise<Access | DeskProblem> {
  const { request, url, now } = call;
  const authorization = request.headers.get("authorization");
  if (authorization !== null) return authenticateToken(service, request, authorization, now);
  const access = await judgeSession(request, url, service.database, now);
  if (!access) return { problem: true, kind: "unauthenticated", refusal: "none" };
  const isSafe = request.method === "GET" || request.method === "HEAD";
  if (!isSafe && !isMeant(request, url, access, request.headers.get("x-csrf-token")))
    return { problem: true, kind: "forged" };
  return withinLimit(service, access);
}

/** Attempts that fail are counted by where they come from, so that nobody else's token is shut out by them. */
export async function authenticateToken(
  service: DeskService,
  request: Request,
  authorization: string,
  now: number,
): Promise<Access | DeskProblem> {
  const judged = await judgeBearer(authorization, service.database, now);
  if (!("refusal" in judged)) return withinLimit(service, judged);
  const isAttempt = judged.refusal !== "none";
  if (isAttempt && !(await service.anonymousLimit.limit({ key: clientKey(request.headers) })).success) return tooMany();
  return unauthenticated(judged.refusal);
}

async function withinLimit(service: DeskService, access: Access): Promise<Access | DeskProblem> {
  const { success } = await service.tokenLimit.limit({ key: access.tokenId });
  return success ? access : tooMany();
}

function unauthenticated(refusal: Refusal): DeskProblem {
  return { problem: true, kind: "unauthenticated", refusal };
}

function tooMany(): DeskProblem {
  return { problem: true, kind: "too-many-requests", seconds: LIMIT_PERIOD };
}
