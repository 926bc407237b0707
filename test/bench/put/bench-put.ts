import { loadavg } from "node:os";
import { cpuTime } from "../cpu-time.ts";
import { median } from "../median.ts";
import type { Table } from "../print-table.ts";
import { progress } from "../progress.ts";
import { REPOSITORY } from "../scratch-folder.ts";
import { type ArticleToSend, articleToSend, type SendingForm } from "./articles-to-send.ts";
import { type RunningDesk, startDesk } from "./start-desk.ts";

/** The first requests bring the code of both sides to its final speed. */
const WARM_UP_ROUNDS = 40;
/**
 * Requests in one turn of a side: one alone takes too little time to be told from the garbage collection of another.
 */
const REQUESTS_A_TURN = 5;

const FORMS: readonly SendingForm[] = ["text/html", "application/json"];

/**
 * Compares the CPU time that workerd, with its D1, takes for a `PUT` of a new article of 30 kB: this checkout and
 * another one by turns, so that what else the machine does falls on both alike.
 */
export async function benchPut(base: string, rounds: number): Promise<readonly Table[]> {
  const desks = { base: await startDesk(base, "base"), head: await startDesk(REPOSITORY, "head") };
  try {
    const rows: string[][] = [];
    for (const form of FORMS) {
      progress(`put: ${form}`);
      const turns = await measureForm(desks, form, rounds);
      const [before, after] = [turns.map((turn) => turn.base), turns.map((turn) => turn.head)];
      const ratios = turns.map((turn) => turn.head / turn.base);
      rows.push([
        `new article, ${form}`,
        median(before).toFixed(1),
        median(after).toFixed(1),
        (sum(after) / sum(before)).toFixed(2),
        median(ratios).toFixed(2),
        (loadavg()[0] ?? Number.NaN).toFixed(1),
      ]);
    }
    return [
      {
        title: "PUT of an article of 30 kB: CPU of workerd with D1, in ms a request",
        columns: ["", "base", "this", "ratio of sums", "median ratio", "load"],
        rows,
        notes: [
          `${rounds} turns of ${REQUESTS_A_TURN} requests a side, by turns, after ${WARM_UP_ROUNDS} requests to warm up`,
        ],
      },
    ];
  } finally {
    await Promise.all([desks.base.stop(), desks.head.stop()]);
  }
}

type Turn = { readonly base: number; readonly head: number };

async function measureForm(desks: { base: RunningDesk; head: RunningDesk }, form: SendingForm, rounds: number) {
  const turns: Turn[] = [];
  let number = 0;
  const take = async (desk: RunningDesk, first: number, count: number) => {
    const articles = Array.from({ length: count }, (_, index) => articleToSend(first + index, form));
    const before = cpuTime(desk.pid);
    for (const article of articles) await put(desk, article);
    return (cpuTime(desk.pid) - before) / count;
  };
  for (let round = -WARM_UP_ROUNDS / REQUESTS_A_TURN; round < rounds; round++) {
    // Which side goes first changes, so that neither always runs into what the other has left to do.
    const baseFirst = round % 2 === 0;
    const first = baseFirst ? await take(desks.base, number, REQUESTS_A_TURN) : undefined;
    const head = await take(desks.head, number, REQUESTS_A_TURN);
    const base = first ?? (await take(desks.base, number, REQUESTS_A_TURN));
    number += REQUESTS_A_TURN;
    if (round >= 0) turns.push({ base, head });
  }
  return turns;
}

async function put({ ask, token }: RunningDesk, { slug, mediaType, body }: ArticleToSend): Promise<void> {
  const headers = { authorization: `Bearer ${token}`, "content-type": mediaType };
  const answer = await ask({ method: "PUT", path: `/desk/articles/${slug}`, headers, body });
  if (answer.status !== 201) throw new Error(`PUT of ${slug} answered ${answer.status}: ${answer.body.slice(0, 500)}`);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, each) => total + each, 0);
}
