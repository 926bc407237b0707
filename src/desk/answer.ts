/** An answer as plain values, so that it can be kept and given again. */
export type Answer = {
  readonly status: number;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: string;
};

export function jsonAnswer(value: unknown, status = 200, headers: Answer["headers"] = []): Answer {
  return { status, headers: [["Content-Type", "application/json"], ...headers], body: `${JSON.stringify(value)}\n` };
}

export function sendAnswer({ status, headers, body }: Answer, also: Answer["headers"] = []): Response {
  const all = [...headers, ...also].map(([name, value]): [string, string] => [name, value]);
  return new Response(body, { status, headers: all });
}

export function sendJson(value: unknown, headers: Answer["headers"] = []): Response {
  return sendAnswer(jsonAnswer(value, 200, headers));
}
