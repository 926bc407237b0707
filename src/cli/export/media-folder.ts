import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type InspectedMedia, inspectMedia } from "../../compile/media/inspect-media.ts";
import { storedPath } from "../../compile/media/media-facts.ts";
import { readMediaName } from "../../desk/operations/media/media-name.ts";
import { err, ok, type Result } from "../../syntax/result.ts";
import type { DeskClient } from "../desk-client/desk-client.ts";
import { type Refusal, refused } from "../desk-client/refusal.ts";
import { writeWhole } from "./write-whole.ts";

/** A file that has the wanted name in the folder now. `isNew`: it was fetched. */
export type PlacedMedia = { readonly media: InspectedMedia; readonly isNew: boolean };

/** `taken`: a different file has the name, and stays. */
export type PlaceFailure = { readonly kind: "taken" } | Refusal;

/**
 * The files of a newsroom on the disk. Only the files themselves say what is there, so the memory in use does not grow
 * with their number.
 */
export type MediaFolder = {
  /** Fetches the file at `path`, `<hash>/<name>`, unless the folder has it under the name. */
  readonly place: (path: string, name: string) => Promise<Result<PlacedMedia, PlaceFailure>>;
};

export function openMediaFolder(desk: DeskClient, folder: string): MediaFolder {
  /** Two articles may ask for one name at the same time. */
  const busy = new Map<string, Promise<unknown>>();

  const place = async (path: string, name: string): Promise<Result<PlacedMedia, PlaceFailure>> => {
    if (readMediaName(name) !== name) return err(refused(`"${name}" is not allowed as the name of a file`));
    const file = join(folder, name);
    if (existsSync(file)) {
      const media = await inspectMedia(name, readFileSync(file));
      return media.ok && storedPath(media.value) === path ? ok({ media, isNew: false }) : err({ kind: "taken" });
    }
    const [hash = "", base = ""] = path.split("/");
    const reply = await desk.send({
      method: "GET",
      path: `/desk/media/${encodeURIComponent(hash)}/${encodeURIComponent(base)}`,
    });
    if (!reply.ok) return reply;
    const { bytes } = reply.value;
    const media = await inspectMedia(name, bytes);
    if (!media.ok) return err(refused(`${path}: found ${media.error.found}; expected ${media.error.expected}`));
    if (storedPath(media.value) !== path)
      return err(refused(`${path}: the newsroom sent other bytes than the hash in this path says`));
    writeWhole(file, bytes);
    return ok({ media, isNew: true });
  };

  return {
    place: async (path, name) => {
      const mine = (busy.get(name) ?? Promise.resolve()).then(() => place(path, name));
      busy.set(name, mine);
      const placed = await mine;
      if (busy.get(name) === mine) busy.delete(name);
      return placed;
    },
  };
}
