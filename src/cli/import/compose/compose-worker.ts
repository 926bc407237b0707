import { parentPort } from "node:worker_threads";
import { composeEntry, type EntryJob } from "./compose-entry.ts";

/** Composes articles in a thread of its own: a message with a list of jobs gets a message with their compositions. */
parentPort?.on("message", (jobs: readonly EntryJob[]) => parentPort?.postMessage(jobs.map(composeEntry)));
