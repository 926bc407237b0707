import type { Operation } from "./operation.ts";

const page = { "text/html": "text" } as const;
const json = { "application/json": "text" } as const;

/** What is for people, and what tells about the desk. */
export const PAGE_OPERATIONS = {
  "GET /desk/openapi.json": {
    summary: "This description (OpenAPI 3.1)",
    tag: "About",
    access: "open",
    responses: { 200: { description: "The document.", content: json } },
    problems: [],
  },
  "GET /desk/reference": {
    summary: "This description, as a page",
    tag: "About",
    access: "open",
    responses: { 200: { description: "The page.", content: page } },
    problems: [],
  },
  "GET /schemas/article.json": {
    summary: "The JSON Schema of an article that is sent",
    description: "Public, and to be kept by whoever asks for it.",
    tag: "About",
    access: "open",
    responses: {
      200: { description: "The schema.", content: { "application/schema+json": "text" }, headers: ["ETag"] },
      304: { description: "It is as the client has it.", headers: ["ETag"] },
    },
    problems: [],
  },
  "GET /desk/style.css": {
    summary: "What the desk's pages look like",
    tag: "Pages",
    access: "open",
    responses: { 200: { description: "The style sheet.", content: { "text/css": "text" } } },
    problems: [],
  },
  "GET /desk/": {
    summary: "The desk at a glance, or the way in",
    tag: "Pages",
    access: "open",
    parameters: ["state"],
    responses: { 200: { description: "The page.", content: page } },
    problems: [],
  },
  "GET /desk/hub": {
    summary: "How the hub does; updates itself",
    tag: "Pages",
    access: "session",
    responses: {
      200: { description: "The page.", content: page },
      303: { description: "To the way in, for whoever is not signed in.", headers: ["Location"] },
    },
    problems: ["insufficient-scope"],
  },
  "POST /desk/session": {
    summary: "Sign a browser in",
    tag: "Pages",
    access: "open",
    body: { isRequired: true, content: { "application/x-www-form-urlencoded": "fields" } },
    responses: {
      303: { description: "To the desk.", headers: ["Location", "Set-Cookie"] },
      401: { description: "The form, with what was wrong.", content: page },
    },
    problems: [
      "forged",
      "too-many-requests",
      "too-large",
      "unsupported-media-type",
      "unsupported-coding",
      "bad-request",
    ],
  },
  "POST /desk/session/end": {
    summary: "Sign a browser out",
    tag: "Pages",
    access: "session",
    body: { isRequired: true, content: { "application/x-www-form-urlencoded": "fields" } },
    responses: { 303: { description: "To the desk.", headers: ["Location", "Set-Cookie"] } },
    problems: ["forged", "too-large", "unsupported-media-type", "unsupported-coding", "bad-request"],
  },
  "GET /desk/view/{slug}": {
    summary: "An article as readers would see it",
    tag: "Pages",
    access: "session",
    parameters: ["slug"],
    responses: {
      200: { description: "The page.", content: page },
      303: { description: "To the way in, for whoever is not signed in.", headers: ["Location"] },
    },
    problems: ["not-found", "insufficient-scope"],
  },
  "POST /desk/view/{slug}/retract": {
    summary: "Retract an article from its page",
    tag: "Pages",
    access: "session",
    parameters: ["slug"],
    body: { isRequired: true, content: { "application/x-www-form-urlencoded": "fields" } },
    responses: {
      303: { description: "To its page, or the desk.", headers: ["Location"] },
      422: { description: "Its page, with what was wrong.", content: page },
    },
    problems: [
      "forged",
      "insufficient-scope",
      "not-found",
      "precondition-failed",
      "too-large",
      "unsupported-media-type",
      "unsupported-coding",
      "bad-request",
    ],
  },
} as const satisfies Record<string, Operation>;
