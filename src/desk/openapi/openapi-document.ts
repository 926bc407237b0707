import { articleInputJsonSchema } from "../../compile/submission/article-json-schema.ts";
import { PROBLEM_JSON, PROBLEM_XML } from "../../http/problem-response.ts";
import { ok } from "../../syntax/result.ts";
import { allows, type DeskScope, SCOPE_MEANINGS, SCOPES } from "../access/scopes.ts";
import { sendJson } from "../answer.ts";
import type { Content, OpenOperation, Operation, ResponseDescription } from "../operation.ts";
import { OPENAPI_PATH, SCHEMA_PATH } from "../paths.ts";
import { type DeskProblemKind, PROBLEM_KINDS } from "../problems.ts";
import { PARAMETERS, RESPONSE_HEADERS, type ResponseHeaderName } from "./parameters.ts";
import { componentSchemas, schemaAddress } from "./schemas.ts";

/** @param operations returns all operations, among them this one */
export function openApiOperation(operations: () => readonly Operation[]): OpenOperation {
  return {
    kind: "api",
    id: "getOpenApi",
    method: "GET",
    path: OPENAPI_PATH,
    access: "open",
    summary: "This description (OpenAPI 3.1)",
    tag: "About",
    responses: { 200: { description: "The document.", content: { "application/json": "any object" } } },
    problems: [],
    async handler(_, { origin }) {
      return ok(sendJson(createOpenApi(operations(), origin)));
    },
  };
}

/** Kinds of problem that every `api` operation with scopes can return. */
const GUARDED: readonly DeskProblemKind[] = [
  "unauthenticated",
  "insufficient-scope",
  "too-many-requests",
  "bad-request",
];

const INTRODUCTION = [
  "The operations of the desk. Every path with GET also has HEAD, and every path has OPTIONS. Responses are not cacheable.",
  "Problems have the form of RFC 9457 and list every fault.",
  ...Object.entries(SCOPE_MEANINGS).map(([scope, meaning]) => `- \`${scope}\`: ${meaning}`),
].join("\n\n");

/** @param origin the public origin of the service */
export function createOpenApi(operations: readonly Operation[], origin: string) {
  // Its own `$id` would be the base of every reference in it.
  const { $schema: _schema, $id: _id, ...submission } = articleInputJsonSchema(origin + SCHEMA_PATH);
  return {
    openapi: "3.1.0",
    info: {
      title: "Dateline: the desk",
      version: "1",
      description: INTRODUCTION,
      contact: { name: "The newsroom", url: `${origin}/` },
      license: { name: "MIT", identifier: "MIT" },
    },
    servers: [{ url: origin }],
    tags: [
      { name: "Articles", description: "Write, change and retract articles" },
      { name: "Site pages", description: "Write, change and delete pages such as About, which are in no feed" },
      { name: "Media", description: "Pictures and other files of articles" },
      { name: "Hub", description: "Subscribers and deliveries" },
      { name: "About", description: "Descriptions of the desk" },
      { name: "Pages", description: "For a person with a browser" },
    ],
    paths: pathsOf(operations),
    components: {
      schemas: { ...componentSchemas(), Submission: submission },
      securitySchemes: {
        ...tokenSchemes(),
        session: {
          type: "apiKey",
          in: "cookie",
          name: "__Secure-desk",
          description: "A browser that is signed in with a token that has one of the scopes.",
        },
      },
    },
  };
}

type SecurityRequirement = Readonly<Partial<Record<`${DeskScope}Token` | "session", readonly never[]>>>;

export type OpenApi = ReturnType<typeof createOpenApi>;

function pathsOf(operations: readonly Operation[]) {
  const paths: Record<string, Record<string, ReturnType<typeof describeOperation>>> = {};
  for (const operation of operations) {
    const { method, path } = operation;
    paths[path] = { ...paths[path], [method.toLowerCase()]: describeOperation(operation) };
  }
  return paths;
}

function describeOperation(operation: Operation) {
  const { access, body, description, id, kind, parameters = [], problems, responses, summary, tag } = operation;
  const isGuarded = kind === "api" && access !== "open" && access !== "session";
  return {
    operationId: id,
    summary,
    description: description ?? `${summary}.`,
    tags: [tag],
    security: describeAccess(operation),
    ...(parameters.length > 0 && { parameters: parameters.map((each) => PARAMETERS[each]) }),
    ...(body && { requestBody: { required: body.isRequired, content: describeContent(body.content) } }),
    responses: {
      ...describeProblems(kind, [...(isGuarded ? GUARDED : []), ...problems, "method-not-allowed", "internal"]),
      ...(kind === "page" && { default: ANY_OTHER_PAGE }),
      ...Object.fromEntries(Object.entries(responses).map(([status, each]) => [status, describeResponse(each)])),
    },
  };
}

/**
 * One alternative for each scope that is enough. A list of scopes would mean all of them (OpenAPI 3.1 section
 * 4.8.30.1), and linters take scopes of OAuth only, so each scope is a scheme of its own.
 */
function describeAccess({ access, kind }: Operation): SecurityRequirement[] {
  if (access === "open") return [];
  if (access === "session") return [{ session: [] }];
  // A person's browser has no token to send.
  const enough = kind === "api" ? SCOPES.filter((scope) => allows([scope], access)) : [];
  return [...enough.map((scope) => ({ [`${scope}Token`]: [] })), { session: [] }];
}

function tokenSchemes() {
  return Object.fromEntries(
    SCOPES.map((scope) => {
      const description = `A token with the scope ${scope}: ${SCOPE_MEANINGS[scope]}. \`npm run token\` makes one.`;
      return [`${scope}Token`, { type: "http", scheme: "bearer", description }];
    }),
  );
}

function describeResponse({ description, content, headers = [] }: ResponseDescription) {
  const described = headers.map((name) => [name, { description: RESPONSE_HEADERS[name], schema: { type: "string" } }]);
  return {
    description,
    ...(headers.length > 0 && { headers: Object.fromEntries(described) }),
    ...(content && { content: describeContent(content) }),
  };
}

/** Kinds with the same status share a response. */
function describeProblems(operationKind: Operation["kind"], kinds: readonly DeskProblemKind[]) {
  const byStatus = Object.groupBy(new Set(kinds), (kind) => PROBLEM_KINDS[kind][0]);
  return Object.fromEntries(
    Object.entries(byStatus).map(([status, same = []]) => {
      const description = same.map((kind) => `${kind}: ${PROBLEM_KINDS[kind][1]}.`).join(" ");
      const headers = [...new Set(same.flatMap((kind) => PROBLEM_HEADERS[kind] ?? []))];
      return [status, describeResponse({ description, content: PROBLEM_CONTENT[operationKind], headers })];
    }),
  );
}

/** The forms in which each kind of operation sends its problems. */
const PROBLEM_CONTENT: Readonly<Record<Operation["kind"], Content>> = {
  api: { [PROBLEM_JSON]: "Problem" },
  page: { "text/html": "text" },
  public: { [PROBLEM_JSON]: "PublicProblem", "text/plain": "text", "text/html": "text", [PROBLEM_XML]: "text" },
};

/** A form is answered with 303, which tools do not take for a success. */
const ANY_OTHER_PAGE = { description: "Any other problem.", content: describeContent({ "text/html": "text" }) };

/** Headers that a kind of problem always has. */
const PROBLEM_HEADERS: Partial<Record<DeskProblemKind, readonly ResponseHeaderName[]>> = {
  unauthenticated: ["WWW-Authenticate"],
  "insufficient-scope": ["WWW-Authenticate"],
  "method-not-allowed": ["Allow"],
  "too-many-requests": ["Retry-After"],
  "unsupported-media-type": ["Accept"],
  "range-not-satisfiable": ["Content-Range"],
};

function describeContent(content: Content) {
  return Object.fromEntries(
    Object.entries(content).map(([mediaType, schema]) => [mediaType, { schema: schemaFor(schema) }]),
  );
}

function schemaFor(schema: Content[string]): object {
  if (typeof schema === "object") {
    const properties = Object.fromEntries(schema.fields.map((field) => [field, { type: "string" }]));
    return { type: "object", properties, required: schema.fields };
  }
  switch (schema) {
    case "text":
      return { type: "string" };
    // Bytes without an encoding have an empty schema (OpenAPI 3.1 section 4.8.14.3).
    case "bytes":
      return {};
    case "form with a file":
      return { type: "object", properties: { file: {} }, required: ["file"] };
    case "any object":
      return { type: "object", additionalProperties: true };
    default:
      return { $ref: schemaAddress(schema) };
  }
}
