import { type DeskCall, type Handler, isProblem } from "../desk-call.ts";
import { authenticate } from "./authenticate.ts";
import { allows, type DeskScope } from "./scopes.ts";

/** Lets in whoever has one of the scopes. The first is named to whoever has none of them. */
export function guarded(anyOf: readonly [DeskScope, ...DeskScope[]], handler: Handler<DeskCall>): Handler {
  return async (service, call) => {
    const access = await authenticate(service, call);
    if (isProblem(access)) return access;
    if (!allows(access.scopes, anyOf))
      return { problem: true, kind: "insufficient-scope", scope: anyOf[0], what: "This" };
    return handler(service, { ...call, access });
  };
}
