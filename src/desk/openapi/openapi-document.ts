import { articleJsonSchema } from "../../compile/submission/article-json-schema.ts";
import { SCOPE_MEANINGS } from "../access/scopes.ts";
import { PROBLEM_KINDS } from "../describe-problem.ts";
import type { DeskProblemKind } from "../desk-problem.ts";
import { SCHEMA_PATH } from "../paths.ts";
import { PROBLEM_TYPE } from "../send-problem.ts";
import { ARTICLE_OPERATIONS } from "./article-operations.ts";
import { HUB_OPERATIONS } from "./hub-operations.ts";
import { MEDIA_OPERATIONS } from "./media-operations.ts";
import type { Content, DescribedResponse, Operation } from "./operation.ts";
import { PAGE_OPERATIONS } from "./page-operations.ts";
import { PARAMETERS, RESPONSE_HEADERS } from "./parameters.ts";
import { componentSchemas, schemaAddress } from "./schemas.ts";

/** Everything there is to be asked of the desk, under its method and path. */
export const OPERATIONS: Readonly<Record<string, Operation>> = {
  ...ARTICLE_OPERATIONS,
  ...MEDIA_OPERATIONS,
  ...HUB_OPERATIONS,
  ...PAGE_OPERATIONS,
};

/** What whoever needs a token may meet anywhere. */
const GUARDED: readonly DeskProblemKind[] = ["unauthenticated", "insufficient-scope", "too-many-requests"];

const INTRODUCTION = [
  "What the desk takes and gives. HEAD is answered wherever GET is, less the body, and OPTIONS everywhere. Nothing is kept by any cache.",
  "Every problem is described as RFC 9457 has it, and lists every fault.",
  ...Object.entries(SCOPE_MEANINGS).map(([scope, meaning]) => `- \`${scope}\`: ${meaning}`),
].join("\n\n");

/** The OpenAPI 3.1 document: generated from what the desk itself is made of. `origin` is the one it is reached at. */
export function createOpenApi(origin: string) {
  const { $schema: _, ...submission } = articleJsonSchema(origin + SCHEMA_PATH);
  return {
    openapi: "3.1.0",
    info: { title: "Dateline: the desk", version: "1", description: INTRODUCTION },
    servers: [{ url: origin }],
    tags: [
      { name: "Articles", description: "Writing, changing and retracting" },
      { name: "Media", description: "Pictures and other files of articles" },
      { name: "Hub", description: "Who follows, and what reaches them" },
      { name: "About", description: "What describes the desk" },
      { name: "Pages", description: "What is for a person with a browser" },
    ],
    paths: pathsOf(OPERATIONS),
    components: {
      schemas: { ...componentSchemas(), Submission: submission },
      securitySchemes: {
        token: { type: "http", scheme: "bearer", description: "A token as `npm run token` makes it." },
        session: { type: "apiKey", in: "cookie", name: "__Secure-desk", description: "A browser that is signed in." },
      },
    },
  };
}

export type OpenApi = ReturnType<typeof createOpenApi>;

function pathsOf(operations: Readonly<Record<string, Operation>>) {
  const paths: Record<string, Record<string, ReturnType<typeof describeOperation>>> = {};
  for (const [name, operation] of Object.entries(operations)) {
    const [method = "", path = ""] = name.split(" ");
    paths[path] = { ...paths[path], [method.toLowerCase()]: describeOperation(name, operation) };
  }
  return paths;
}

function describeOperation(name: string, operation: Operation) {
  const { access, body, description, parameters = [], problems, responses, summary, tag } = operation;
  const isGuarded = access !== "open" && access !== "session";
  return {
    operationId: name.replaceAll(/[^A-Za-z]+/g, "-").replace(/-$/, ""),
    summary,
    ...(description !== undefined && { description }),
    tags: [tag],
    security: access === "open" ? [] : [...(isGuarded ? [{ token: [...access] }] : []), { session: [] }],
    parameters: parameters.map((each) => PARAMETERS[each]),
    ...(body && { requestBody: { required: body.isRequired, content: describeContent(body.content) } }),
    responses: {
      ...describeProblems([...(isGuarded ? GUARDED : []), ...problems, "method-not-allowed", "internal"]),
      ...Object.fromEntries(Object.entries(responses).map(([status, each]) => [status, describeResponse(each)])),
    },
  };
}

function describeResponse({ description, content, headers = [] }: DescribedResponse) {
  const described = headers.map((name) => [name, { description: RESPONSE_HEADERS[name], schema: { type: "string" } }]);
  return {
    description,
    ...(headers.length > 0 && { headers: Object.fromEntries(described) }),
    ...(content && { content: describeContent(content) }),
  };
}

/** Kinds that share a status share a response. */
function describeProblems(kinds: readonly DeskProblemKind[]) {
  const byStatus = Object.groupBy(new Set(kinds), (kind) => PROBLEM_KINDS[kind][0]);
  return Object.fromEntries(
    Object.entries(byStatus).map(([status, same = []]) => {
      const description = same.map((kind) => `${kind}: ${PROBLEM_KINDS[kind][1]}.`).join(" ");
      return [status, { description, content: { [PROBLEM_TYPE]: { schema: { $ref: schemaAddress("Problem") } } } }];
    }),
  );
}

function describeContent(content: Content) {
  return Object.fromEntries(
    Object.entries(content).map(([mediaType, what]) => [mediaType, { schema: schemaFor(what) }]),
  );
}

function schemaFor(what: Content[string]): object {
  switch (what) {
    case "text":
      return { type: "string" };
    // OpenAPI 3.1 section 4.8.14.3: raw bytes have no schema.
    case "bytes":
      return {};
    case "form with a file":
      return { type: "object", properties: { file: {} }, required: ["file"] };
    case "fields":
      return { type: "object", additionalProperties: { type: "string" } };
    default:
      return { $ref: schemaAddress(what) };
  }
}
