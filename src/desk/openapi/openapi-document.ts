import { articleInputJsonSchema } from "../../compile/submission/article-json-schema.ts";
import { PROBLEM_JSON } from "../../http/problem-response.ts";
import { ok } from "../../syntax/result.ts";
import { SCOPE_MEANINGS } from "../access/scopes.ts";
import { sendJson } from "../answer.ts";
import {
  type Content,
  type OpenOperation,
  type Operation,
  operationName,
  type ResponseDescription,
} from "../operation.ts";
import { OPENAPI_PATH, SCHEMA_PATH } from "../paths.ts";
import { type DeskProblemKind, PROBLEM_KINDS } from "../problems.ts";
import { PARAMETERS, RESPONSE_HEADERS } from "./parameters.ts";
import { componentSchemas, schemaAddress } from "./schemas.ts";

/** @param operations returns all operations, among them this one */
export function openApiOperation(operations: () => readonly Operation[]): OpenOperation {
  return {
    kind: "api",
    method: "GET",
    path: OPENAPI_PATH,
    access: "open",
    summary: "This description (OpenAPI 3.1)",
    tag: "About",
    responses: { 200: { description: "The document.", content: { "application/json": "text" } } },
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
  const { $schema: _, ...submission } = articleInputJsonSchema(origin + SCHEMA_PATH);
  return {
    openapi: "3.1.0",
    info: { title: "Dateline: the desk", version: "1", description: INTRODUCTION },
    servers: [{ url: origin }],
    tags: [
      { name: "Articles", description: "Write, change and retract articles" },
      { name: "Media", description: "Pictures and other files of articles" },
      { name: "Hub", description: "Subscribers and deliveries" },
      { name: "About", description: "Descriptions of the desk" },
      { name: "Pages", description: "For a person with a browser" },
    ],
    paths: pathsOf(operations),
    components: {
      schemas: { ...componentSchemas(), Submission: submission },
      securitySchemes: {
        token: { type: "http", scheme: "bearer", description: "A token that `npm run token` made." },
        session: { type: "apiKey", in: "cookie", name: "__Secure-desk", description: "A browser that is signed in." },
      },
    },
  };
}

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
  const { access, body, description, kind, parameters = [], problems, responses, summary, tag } = operation;
  // A person's browser has no token to send.
  const tokenScopes = kind === "api" && access !== "open" && access !== "session" ? [...access] : undefined;
  return {
    operationId: operationName(operation)
      .replaceAll(/[^A-Za-z]+/g, "-")
      .replace(/-$/, ""),
    summary,
    ...(description !== undefined && { description }),
    tags: [tag],
    security: access === "open" ? [] : [...(tokenScopes ? [{ token: tokenScopes }] : []), { session: [] }],
    parameters: parameters.map((each) => PARAMETERS[each]),
    ...(body && { requestBody: { required: body.isRequired, content: describeContent(body.content) } }),
    responses: {
      ...describeProblems([...(tokenScopes ? GUARDED : []), ...problems, "method-not-allowed", "internal"]),
      ...Object.fromEntries(Object.entries(responses).map(([status, each]) => [status, describeResponse(each)])),
    },
  };
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
function describeProblems(kinds: readonly DeskProblemKind[]) {
  const byStatus = Object.groupBy(new Set(kinds), (kind) => PROBLEM_KINDS[kind][0]);
  return Object.fromEntries(
    Object.entries(byStatus).map(([status, same = []]) => {
      const description = same.map((kind) => `${kind}: ${PROBLEM_KINDS[kind][1]}.`).join(" ");
      return [status, { description, content: { [PROBLEM_JSON]: { schema: { $ref: schemaAddress("Problem") } } } }];
    }),
  );
}

function describeContent(content: Content) {
  return Object.fromEntries(
    Object.entries(content).map(([mediaType, schema]) => [mediaType, { schema: schemaFor(schema) }]),
  );
}

function schemaFor(schema: Content[string]): object {
  switch (schema) {
    case "text":
      return { type: "string" };
    // Bytes without an encoding have an empty schema (OpenAPI 3.1 section 4.8.14.3).
    case "bytes":
      return {};
    case "form with a file":
      return { type: "object", properties: { file: {} }, required: ["file"] };
    case "fields":
      return { type: "object", additionalProperties: { type: "string" } };
    default:
      return { $ref: schemaAddress(schema) };
  }
}
