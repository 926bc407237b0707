import { connect, type Socket } from "node:net";

const HEAD_END = Buffer.from("\r\n\r\n");

/**
 * One kept-alive connection that repeats a request as soon as it is answered. It parses only the head of a response, so
 * that the load costs little beside the server. `answered` gets the latency in milliseconds and returns whether to
 * continue.
 */
export function openLoadConnection(
  port: number,
  request: Buffer,
  expectedStatus: number,
  answered: (milliseconds: number) => boolean,
): Promise<void> {
  return new Promise((resolve, reject) => {
    let asked = 0;
    /** The bytes of the response that are still to come, or undefined until its head is complete. */
    let left: number | undefined;
    let head = Buffer.alloc(0);

    const ask = () => {
      left = undefined;
      head = Buffer.alloc(0);
      asked = performance.now();
      socket.write(request);
    };
    const read = (part: Buffer) => {
      if (left === undefined) {
        const start = head.length === 0 ? part : Buffer.concat([head, part]);
        const end = start.indexOf(HEAD_END);
        if (end < 0) {
          head = Buffer.from(start);
          return;
        }
        left = bodyLength(start.latin1Slice(0, end), expectedStatus) - (start.length - end - HEAD_END.length);
      } else left -= part.length;
      if (left > 0) return;
      if (answered(performance.now() - asked)) ask();
      else socket.end();
    };
    const socket: Socket = connect({
      port,
      host: "127.0.0.1",
      onread: {
        buffer: Buffer.alloc(256 * 1024),
        callback: (count, buffer) => {
          try {
            read(Buffer.from(buffer.buffer, buffer.byteOffset, count));
            return true;
          } catch (error) {
            socket.destroy(error instanceof Error ? error : new Error(String(error)));
            return false;
          }
        },
      },
    });
    socket.setNoDelay(true);
    socket.setTimeout(20_000, () => socket.destroy(new Error("no answer within 20 s")));
    socket.once("connect", ask);
    socket.once("error", reject);
    socket.once("close", () => resolve());
  });
}

function bodyLength(head: string, expectedStatus: number): number {
  if (Number(head.slice(9, 12)) !== expectedStatus) throw new Error(`unexpected answer:\n${head}`);
  if (expectedStatus === 304) return 0;
  const length = /\r\ncontent-length: *(\d+)/i.exec(head)?.[1];
  if (length === undefined) throw new Error(`answer without a length:\n${head}`);
  return Number(length);
}
