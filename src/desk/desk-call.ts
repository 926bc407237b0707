import type { Access } from "./access/access.ts";
import type { DeskProblem } from "./desk-problem.ts";
import type { DeskService } from "./desk-service.ts";

/** A request at the desk, by whoever. `origin` is the one that the service is reached at, and `parameters` are those in the path, decoded. */
export type OpenCall = {
  readonly request: Request;
  readonly url: URL;
  readonly origin: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly now: number;
};

/** A request by someone who was let in. */
export type DeskCall = OpenCall & { readonly access: Access };

export type Handler<Call extends OpenCall = OpenCall> = (
  service: DeskService,
  call: Call,
) => Promise<Response | DeskProblem>;

export function isProblem(outcome: object): outcome is DeskProblem {
  return "kind" in outcome && "problem" in outcome;
}
