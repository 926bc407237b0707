import type { DeskScope } from "../access/scopes.ts";
import type { DeskProblemKind } from "../desk-problem.ts";
import type { ParameterName, ResponseHeaderName } from "./parameters.ts";
import type { SchemaName } from "./schemas.ts";

/** A body by media type: a schema by name, or text or bytes. */
export type Content = Readonly<Record<string, SchemaName | "text" | "bytes" | "form with a file" | "fields">>;

export type DescribedResponse = {
  readonly description: string;
  readonly content?: Content;
  readonly headers?: readonly ResponseHeaderName[];
};

/** What the reference says of one method of one address. */
export type Operation = {
  readonly summary: string;
  readonly description?: string;
  readonly tag: "Articles" | "Media" | "Hub" | "About" | "Pages";
  /** Scopes of which one will do; `open` needs no token, `session` a browser that is signed in. */
  readonly access: readonly DeskScope[] | "open" | "session";
  readonly parameters?: readonly ParameterName[];
  readonly body?: { readonly content: Content; readonly isRequired: boolean };
  readonly responses: Readonly<Record<number, DescribedResponse>>;
  /** Beside those that every guarded operation may meet. */
  readonly problems: readonly DeskProblemKind[];
};
