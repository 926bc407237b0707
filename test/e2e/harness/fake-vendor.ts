import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { ProjectCopy } from "./project-copy.ts";

export type VendorAnswer = { readonly status: number; readonly body: unknown };

/**
 * A replacement for the vendor's API, for commands that run with `environment`. It records the requests without their
 * queries.
 */
export async function startFakeVendor(
  { environment }: ProjectCopy,
  answer: (request: string) => VendorAnswer = () => refusal(403, 10000, "Authentication error"),
) {
  /** `GET /client/v4/accounts/0…/queues` */
  const requests: string[] = [];
  const server = createServer((request, response) => {
    const asked = `${request.method} ${(request.url ?? "").replace(/\?.*/, "")}`;
    requests.push(asked);
    const { status, body } = answer(asked);
    response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    requests,
    environment: {
      ...environment,
      CLOUDFLARE_API_BASE_URL: `http://127.0.0.1:${port}/client/v4`,
      CLOUDFLARE_API_TOKEN: "nobody",
      CLOUDFLARE_ACCOUNT_ID: "0".repeat(32),
    },
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

export function refusal(status: number, code: number, message: string): VendorAnswer {
  return { status, body: { success: false, errors: [{ code, message }], messages: [], result: null } };
}

export function success(result: unknown): VendorAnswer {
  return { status: 200, body: { success: true, errors: [], messages: [], result } };
}
