import { readFileSync } from "node:fs";
import { ok, type Result } from "../../syntax/result.ts";
import type { DeskClient, DeskReply } from "../desk-client/desk-client.ts";
import { listMedia } from "../desk-client/desk-lists.ts";
import type { Refusal } from "../desk-client/refusal.ts";
import type { NamedMedia } from "./local-article.ts";

/**
 * The files that the newsroom does not list under their names. If a file has several names, the newsroom lists one of
 * them. The others count as absent, and sending them again changes nothing.
 */
export async function absentMedia(
  desk: DeskClient,
  media: readonly NamedMedia[],
): Promise<Result<readonly NamedMedia[], Refusal>> {
  const absent = new Map(media.map((each) => [keyOf(each.name, each.path), each]));
  if (absent.size === 0) return ok([]);
  for await (const page of listMedia(desk)) {
    if (!page.ok) return page;
    for (const { name, path } of page.value) if (name !== undefined) absent.delete(keyOf(name, path));
    if (absent.size === 0) break;
  }
  return ok([...absent.values()]);
}

/** The newsroom stores names in NFC; a disk may have them in another form. */
function keyOf(name: string, path: string): string {
  return JSON.stringify([name, path].map((text) => text.normalize("NFC")));
}

/** Sends a file's bytes. The newsroom detects their media type. */
export function pushMedia(desk: DeskClient, { name }: NamedMedia, file: string): Promise<Result<DeskReply, Refusal>> {
  return desk.send({
    method: "POST",
    path: `/desk/media?name=${encodeURIComponent(name)}`,
    headers: { "Content-Type": "application/octet-stream" },
    body: readFileSync(file),
  });
}
