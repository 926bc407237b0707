import type { Operation } from "./operation.ts";

/** How the hub does. */
export const HUB_OPERATIONS = {
  "GET /desk/subscriptions": {
    summary: "List who follows what",
    description: "Topic by topic. Of a callback there is its host alone.",
    tag: "Hub",
    access: ["read"],
    parameters: ["limit", "after"],
    responses: {
      200: {
        description: "A page of the list.",
        content: { "application/json": "SubscriptionList" },
        headers: ["Link"],
      },
    },
    problems: ["bad-request"],
  },
  "GET /desk/deliveries": {
    summary: "See what is on its way, what failed and what was given up",
    tag: "Hub",
    access: ["read"],
    responses: { 200: { description: "The figures.", content: { "application/json": "Deliveries" } } },
    problems: ["bad-request"],
  },
  "POST /desk/deliveries/replay": {
    summary: "Try dead letters again",
    description:
      "Those of one feed, or all: each is due now, with all its tries before it. Asked for twice, the second finds none.",
    tag: "Hub",
    access: ["publish"],
    parameters: ["topic", "all", "csrfToken"],
    responses: { 200: { description: "How many.", content: { "application/json": "Replayed" } } },
    problems: ["bad-request", "forged"],
  },
} as const satisfies Record<string, Operation>;
