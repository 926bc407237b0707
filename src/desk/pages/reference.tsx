import type { Publication } from "../../model/publication.ts";
import { ok } from "../../syntax/result.ts";
import type { Access } from "../access/access.ts";
import { SCOPES } from "../access/scopes.ts";
import { findSession } from "../access/sessions.ts";
import { createOpenApi, type OpenApi } from "../openapi/openapi-document.ts";
import type { OpenOperation, Operation } from "../operation.ts";
import { OPENAPI_PATH, REFERENCE_PATH } from "../paths.ts";
import { PROBLEM_KINDS } from "../problems.ts";
import { renderDeskPage } from "./desk-page.tsx";
import { sendPage } from "./send-page.ts";

/** @param operations returns all operations, among them this one */
export function referencePage(operations: () => readonly Operation[]): OpenOperation {
  return {
    kind: "page",
    id: "showReference",
    method: "GET",
    path: REFERENCE_PATH,
    access: "open",
    summary: "This description, as a page",
    tag: "About",
    responses: { 200: { description: "The page.", content: { "text/html": "text" } } },
    problems: [],
    async handler(service, { now, origin, request, url }) {
      const publication = await service.siteFor(url.href).store.publication();
      const access = await findSession(request, url, service.db, now);
      return ok(sendPage(renderReferencePage(createOpenApi(operations(), origin), publication, access)));
    },
  };
}

type OperationObject = OpenApi["paths"][string][string];

/**
 * The OpenAPI document as a page for people. It contains no script. @param access of the browser, if it is signed in
 */
export function renderReferencePage(document: OpenApi, publication: Publication, access?: Access): string {
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ name: `${method.toUpperCase()} ${path}`, operation })),
  );
  return renderDeskPage({
    title: "Desk API reference",
    publication,
    access,
    children: (
      <>
        <h1>Desk API reference</h1>
        <p>
          For programs: <a href={OPENAPI_PATH}>the same as OpenAPI 3.1</a>.
        </p>
        {document.info.description.split("\n\n").map((paragraph) => (
          <p>
            <Text text={paragraph} />
          </p>
        ))}
        {document.tags.map(({ name: tag, description }) => (
          <section aria-labelledby={anchorOf(tag)}>
            <h2 id={anchorOf(tag)}>
              {tag}: {description}
            </h2>
            {operations
              .filter(({ operation }) => operation.tags.some((each) => each === tag))
              .map(({ name, operation }) => (
                <OperationEntry name={name} operation={operation} />
              ))}
          </section>
        ))}
        <Problems />
        <section aria-labelledby="schemas">
          <h2 id="schemas">Schemas</h2>
          {Object.entries(document.components.schemas).map(([name, schema]) => (
            <details id={`schema-${name}`}>
              <summary>{name}</summary>
              <div class="body">
                <pre tabindex={0}>{JSON.stringify(schema, undefined, 2)}</pre>
              </div>
            </details>
          ))}
        </section>
      </>
    ),
  });
}

/** An id has no spaces. */
function anchorOf(tag: string): string {
  return tag.replaceAll(" ", "-");
}

function OperationEntry({ name, operation }: { name: string; operation: OperationObject }) {
  const { description, parameters = [], requestBody, responses, security, summary } = operation;
  const scopes = SCOPES.filter((scope) => security.some((each) => each[`${scope}Token`]));
  return (
    <div class="operation" id={operation.operationId}>
      <h3>
        <code>{name}</code>
      </h3>
      <p>
        <strong>{summary}.</strong> {scopes.length > 0 && <span>Scope: {scopes.join(" or ")}. </span>}
        {description && <Text text={description} />}
      </p>
      {(parameters.length > 0 || requestBody) && (
        <dl class="facts-list">
          {parameters.map((parameter) => (
            <div>
              <dt>
                <code>{parameter.name}</code> ({parameter.in})
              </dt>
              <dd>
                <Text text={parameter.description} />
              </dd>
            </div>
          ))}
          {requestBody && (
            <div>
              <dt>Body</dt>
              <dd>{Object.keys(requestBody.content).join(", ")}</dd>
            </div>
          )}
        </dl>
      )}
      <dl class="facts-list">
        {Object.entries(responses).map(([status, response]) => (
          <div>
            <dt>{status}</dt>
            <dd>{response.description}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

function Problems() {
  return (
    <section aria-labelledby="problems">
      <h2 id="problems">Problems</h2>
      <dl class="facts-list">
        {Object.entries(PROBLEM_KINDS).map(([kind, [status, title]]) => (
          <div id={kind}>
            <dt>
              <code>{kind}</code>
            </dt>
            <dd>
              {status}: {title}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** Text with code between backticks. */
function Text({ text }: { text: string }) {
  return (
    <>
      {text
        .replace(/^- /, "")
        .split("`")
        .map((part, index) => (index % 2 === 1 ? <code>{part}</code> : part))}
    </>
  );
}
