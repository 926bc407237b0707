import { openLoadConnection } from "./load-connection.ts";
import type { LoadOrder, LoadReply, LoadResult } from "./load-order.ts";
import { quantile } from "./median.ts";

/**
 * The load generator, a process of its own so that it shares no thread and no core with the server. It ends with its
 * parent.
 */
process.on("message", (order: LoadOrder) => {
  const reply = (message: LoadReply) => process.send?.(message);
  putLoad(order).then(
    (result) => reply({ result }),
    (error: unknown) => reply({ fault: String(error) }),
  );
});
process.once("disconnect", () => process.exit());

async function putLoad(order: LoadOrder): Promise<LoadResult> {
  const lines = Object.entries(order.headers).map(([name, value]) => `${name}: ${value}\r\n`);
  const request = Buffer.from(`GET ${order.path} HTTP/1.1\r\nHost: 127.0.0.1\r\n${lines.join("")}\r\n`);
  const begin = performance.now() + order.warmUpMilliseconds;
  const end = begin + order.milliseconds;
  const latencies: number[] = [];
  let answers = 0;
  const answered = (milliseconds: number) => {
    const now = performance.now();
    answers++;
    if (now >= begin && now < end) latencies.push(milliseconds);
    return now < end;
  };
  await Promise.all(
    Array.from({ length: order.connections }, () =>
      openLoadConnection(order.port, request, order.expectedStatus, answered),
    ),
  );
  return {
    answers,
    requestsPerSecond: (latencies.length / order.milliseconds) * 1_000,
    p99: quantile(latencies, 0.99),
  };
}
