/** A response as plain values, so that it can be stored in an idempotency record and sent again. */
export type Answer = {
  readonly status: number;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: string;
};

export function jsonAnswer(value: unknown, status = 200, headers: Answer["headers"] = []): Answer {
  return { status, headers: [["Content-Type", "application/json"], ...headers], body: `${JSON.stringify(value)}\n` };
}

export function sendAnswer({ status, headers, body }: Answer, moreHeaders: Answer["headers"] = []): Response {
  return new Response(body, { status, headers: headersOf([...headers, ...moreHeaders]) });
}

export function sendJson(value: unknown, headers: Answer["headers"] = []): Response {
  return sendAnswer(jsonAnswer(value, 200, headers));
}

/** The constructor of `Headers` does not take read-only pairs. */
export function headersOf(pairs: Answer["headers"]): Headers {
  const headers = new Headers();
  for (const [name, value] of pairs) headers.append(name, value);
  return headers;
}
