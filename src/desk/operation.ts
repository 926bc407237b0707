import type { HttpContext } from "../http/service.ts";
import type { AnyScope } from "./access/guard.ts";
import type { DeskCall, Handler } from "./desk-call.ts";
import type { DeskService } from "./desk-service.ts";
import type { ParameterName, ResponseHeaderName } from "./openapi/parameters.ts";
import type { SchemaName } from "./openapi/schemas.ts";
import type { DeskProblemKind } from "./problems.ts";

export type DeskMethod = "GET" | "PUT" | "POST" | "DELETE";

/** The fields of a form of a page. */
type FormFields = { readonly fields: readonly string[] };

/** The schema of a body by its media type: the name of a schema, or one of the forms that have none. */
export type Content = Readonly<
  Record<string, SchemaName | "text" | "any object" | "bytes" | "form with a file" | FormFields>
>;

export type ResponseDescription = {
  readonly description: string;
  readonly content?: Content;
  readonly headers?: readonly ResponseHeaderName[];
};

type Description = {
  /**
   * A verb and what it is done to, in camel case. Generated clients name a function for it, so it never changes
   * (CHANGELOG).
   */
  readonly id: string;
  /** With its parameters as OpenAPI writes them: `{slug}`. */
  readonly path: string;
  readonly method: DeskMethod;
  readonly summary: string;
  /** Without one, the summary is all there is to say. */
  readonly description?: string;
  readonly tag: "Articles" | "Site pages" | "Media" | "Hub" | "About" | "Pages";
  readonly parameters?: readonly ParameterName[];
  readonly body?: { readonly content: Content; readonly isRequired: boolean };
  readonly responses: Readonly<Record<number, ResponseDescription>>;
  /** The kinds besides those that every operation, or every operation with scopes, can return. */
  readonly problems: readonly DeskProblemKind[];
};

/**
 * A client of an `api` operation sends a token or, in a browser, the session cookie, and gets problems as JSON. A
 * `page` is for a person with a session, and shows problems as a page.
 */
type Kind = { readonly kind: "api" | "page" };

/** Requires authentication and one of the scopes in `access`. */
export type GuardedOperation = Description & Kind & { readonly access: AnyScope; readonly handler: Handler<DeskCall> };

/**
 * `open` requires no authentication. `session` is of use only to a browser that is signed in, and reads the session
 * itself.
 */
export type OpenOperation = Description & Kind & { readonly access: "open" | "session"; readonly handler: Handler };

/** Is mounted beside the routes of the readers: it sends the problems of the public door and may be cached. */
export type PublicOperation = Description & {
  readonly kind: "public";
  readonly access: "open";
  readonly handler: (service: DeskService, context: HttpContext) => Promise<Response>;
};

/**
 * An operation of the desk: one method of one path, how it is described, who may use it and what it does. The routes
 * and the OpenAPI document are both made from it.
 */
export type Operation = GuardedOperation | OpenOperation | PublicOperation;

/** Problems of every change that has a body and takes an idempotency key. */
export const CHANGE_PROBLEMS = ["too-large", "unsupported-coding", "key-reused", "forged"] as const;

/** Problems of every form of a page. */
export const FORM_PROBLEMS = [
  "forged",
  "too-large",
  "unsupported-media-type",
  "unsupported-coding",
  "bad-request",
] as const;

/** `PUT /desk/articles/{slug}` */
export function operationName({ method, path }: Pick<Operation, "method" | "path">): string {
  return `${method} ${path}`;
}
