import { err, ok } from "../../syntax/result.ts";
import type { DeskCall, Handler } from "../desk-call.ts";
import { leadTo } from "../pages/send-page.ts";
import { DESK_PATH } from "../paths.ts";
import { badRequest } from "../problems.ts";
import { conditionFaults } from "../reading/read-conditions.ts";
import { authenticate } from "./authenticate.ts";
import { allows, type DeskScope } from "./scopes.ts";
import { findSession } from "./sessions.ts";

/** Scopes of which a client needs one. The 403 names the first. */
export type AnyScope = readonly [DeskScope, ...DeskScope[]];

/** Runs the handler if the client is authenticated, has one of the scopes, and its conditions can be read. */
export function guardApi(anyOf: AnyScope, handler: Handler<DeskCall>): Handler {
  return async (service, call) => {
    const access = await authenticate(service, call);
    if (!access.ok) return access;
    if (!allows(access.value.scopes, anyOf)) return err({ kind: "insufficient-scope", scope: anyOf[0] });
    const faults = conditionFaults(call.request);
    if (faults.length > 0) return err(badRequest(...faults));
    return handler(service, { ...call, access: access.value });
  };
}

/**
 * Runs the handler if the browser has a session with one of the scopes. A browser without a session is sent to sign
 * in.
 */
export function guardPage(anyOf: AnyScope, handler: Handler<DeskCall>): Handler {
  return async (service, call) => {
    const access = await findSession(call.request, call.url, service.db, call.now);
    if (!access) return ok(leadTo(DESK_PATH));
    if (!allows(access.scopes, anyOf)) return err({ kind: "insufficient-scope", scope: anyOf[0] });
    return handler(service, { ...call, access });
  };
}
