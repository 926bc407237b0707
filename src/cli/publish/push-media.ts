import { readFileSync } from "node:fs";
import type { DeskClient } from "../desk-client/desk-client.ts";
import { isRefusal, listMedia } from "../desk-client/desk-lists.ts";
import type { Refusal } from "../desk-client/refusal.ts";
import type { NamedMedia } from "./local-article.ts";

/**
 * Those of the files that are not there under their names. Of a file with several names the newsroom lists one only; the others count as not there,
 * and sending them again changes nothing.
 */
export async function absentMedia(
  desk: DeskClient,
  media: readonly NamedMedia[],
): Promise<readonly NamedMedia[] | Refusal> {
  const absent = new Map(media.map((each) => [keyOf(each.name, each.path), each]));
  if (absent.size === 0) return [];
  for await (const page of listMedia(desk)) {
    if (isRefusal(page)) return page;
    for (const { name, path } of page) if (name !== undefined) absent.delete(keyOf(name, path));
    if (absent.size === 0) break;
  }
  return [...absent.values()];
}

/** The newsroom knows names in one spelling of each sign, whatever the disk has. */
function keyOf(name: string, path: string): string {
  return JSON.stringify([name, path].map((text) => text.normalize("NFC")));
}

/** Sends a file's bytes; what they are, the newsroom sees for itself. */
export async function pushMedia(
  desk: DeskClient,
  { name }: NamedMedia,
  file: string,
): Promise<{ readonly ok: true } | Refusal> {
  const reply = await desk.send({
    method: "POST",
    path: `/desk/media?name=${encodeURIComponent(name)}`,
    headers: { "Content-Type": "application/octet-stream" },
    body: readFileSync(file),
  });
  return reply.ok ? { ok: true } : reply;
}
