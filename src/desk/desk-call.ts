import type { Result } from "../syntax/result.ts";
import type { Access } from "./access/access.ts";
import type { DeskService } from "./desk-service.ts";
import type { DeskProblem } from "./problems.ts";

/** A request to the desk. */
export type OpenCall = {
  readonly request: Request;
  readonly url: URL;
  /** The public origin of the service. */
  readonly origin: string;
  /** The parameters of the path, decoded. */
  readonly parameters: Readonly<Record<string, string>>;
  /** Milliseconds since the epoch. */
  readonly now: number;
};

/** A request to the desk by a client that is authenticated and has one of the scopes of the operation. */
export type DeskCall = OpenCall & { readonly access: Access };

export type Outcome = Result<Response, DeskProblem>;

export type Handler<Call extends OpenCall = OpenCall> = (service: DeskService, call: Call) => Promise<Outcome>;
