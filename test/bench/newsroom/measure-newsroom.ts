import { cpuTime } from "../cpu-time.ts";
import { progress } from "../progress.ts";
import { FRESH_HEADER, PUBLISH_PATH, type PublishAnswer } from "./bench-protocol.ts";
import { deskArticle } from "./desk-articles.ts";
import type { Reading } from "./newsroom-readings.ts";
import type { Asked, RunningNewsroom } from "./start-newsroom.ts";

export type MeasuredDatabase = {
  readonly articles: number;
  readonly newsroom: RunningNewsroom;
  readonly readings: readonly Reading[];
};

/** One response. `cpu` is the server's CPU time in milliseconds. */
export type Turn = {
  readonly milliseconds: number;
  readonly cpu: number;
  readonly read: number;
  readonly written: number;
};

/**
 * A reading or a publishing with its turns by number of articles. Every size has the same number of turns, and those of
 * one round are made one after another.
 */
export type Measured = { readonly name: string; readonly turns: ReadonlyMap<number, readonly Turn[]> };

/** The first rounds bring the code of every side to its final speed. */
const WARM_UP_ROUNDS = 3;

/**
 * Measures each reading in every database in turn, round after round, so that other load of the machine affects all
 * alike.
 */
export async function measureReadings(databases: readonly MeasuredDatabase[], rounds: number): Promise<Measured[]> {
  const measured: Measured[] = [];
  for (const [index, { name, isOfMany }] of (databases[0]?.readings ?? []).entries()) {
    progress(`newsroom: ${name}`);
    const chosen = databases.filter(({ articles }) => !isOfMany || articles > 10_000);
    const turns = new Map<number, Turn[]>(chosen.map(({ articles }) => [articles, []]));
    const many = isOfMany ? Math.ceil(rounds / 4) : rounds;
    for (let round = -WARM_UP_ROUNDS; round < many; round++)
      for (const { articles, newsroom, readings } of chosen) {
        const reading = readings[index];
        const turn = reading && (await read(newsroom, reading));
        if (turn && round >= 0) turns.get(articles)?.push(turn);
      }
    measured.push({ name, turns });
  }
  return measured;
}

async function read({ pid, ask }: RunningNewsroom, { name, path, isolate, isConditional }: Reading): Promise<Turn> {
  const isFresh = isolate === "fresh";
  // A warm isolate has answered before. A conditional request needs the tag of an earlier response.
  const known = !isFresh || isConditional ? await ask({ path }) : undefined;
  const headers = {
    ...(isFresh && { [FRESH_HEADER]: "1" }),
    ...(isConditional && { "If-None-Match": String(known?.headers.etag) }),
  };
  const before = cpuTime(pid);
  const answer = await ask({ path, headers });
  const wanted = isConditional ? 304 : 200;
  if (answer.status !== wanted) throw new Error(`${name}: ${path} answered ${answer.status}`);
  return turn(answer, cpuTime(pid) - before);
}

export type Publishing = Measured & { readonly statements: readonly PublishAnswer["statements"][] };

/** Publishes new articles one after another in every database in turn. */
export async function measurePublishing(databases: readonly MeasuredDatabase[], rounds: number): Promise<Publishing> {
  progress("newsroom: publishing");
  const turns = new Map<number, Turn[]>(databases.map(({ articles }) => [articles, []]));
  const statements: PublishAnswer["statements"][] = [];
  for (let round = 0; round < rounds; round++)
    for (const { articles, newsroom } of databases) {
      const body = JSON.stringify(deskArticle(-1 - round));
      const before = cpuTime(newsroom.pid);
      const answer = await newsroom.ask({ method: "POST", path: PUBLISH_PATH, body });
      const cpu = cpuTime(newsroom.pid) - before;
      if (answer.status !== 200) throw new Error(`publishing answered ${answer.status}: ${answer.body}`);
      const published: PublishAnswer = JSON.parse(answer.body);
      if (published.kind !== "created") throw new Error(`publishing gave ${published.kind}`);
      if (round < WARM_UP_ROUNDS) continue;
      turns.get(articles)?.push(turn(answer, cpu));
      statements.push(published.statements);
    }
  return { name: "publishing an article in five feeds", turns, statements };
}

function turn({ milliseconds, read, written }: Asked, cpu: number): Turn {
  return { milliseconds, cpu, read, written };
}
