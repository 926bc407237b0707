import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type InspectedMedia, inspectMedia } from "../../compile/media/inspect-media.ts";
import { storedPath } from "../../compile/media/media-facts.ts";
import { readMediaName } from "../../desk/operations/media/media-name.ts";
import type { DeskClient } from "../desk-client/desk-client.ts";
import type { Refusal } from "../desk-client/refusal.ts";
import { writeWhole } from "./write-whole.ts";

/** The file that is called so in the folder now. `taken`: another file is, which is left. */
export type PlacedMedia =
  | { readonly kind: "placed"; readonly media: InspectedMedia; readonly isNew: boolean }
  | { readonly kind: "taken" }
  | { readonly kind: "failed"; readonly refusal: Refusal };

/** What of a newsroom's media is on the disk. Nothing is remembered of it but the files themselves, however many there are. */
export type MediaFolder = {
  /** Fetches the file at `path`, `<hash>/<name>`, unless it is there. */
  readonly place: (path: string, name: string) => Promise<PlacedMedia>;
};

export function openMediaFolder(desk: DeskClient, folder: string): MediaFolder {
  /** Two articles may ask for one name at the same time. */
  const busy = new Map<string, Promise<unknown>>();

  const place = async (path: string, name: string): Promise<PlacedMedia> => {
    if (readMediaName(name) !== name) return failed(`"${name}" is no name for a file`);
    const file = join(folder, name);
    if (existsSync(file)) {
      const media = await inspectMedia(name, readFileSync(file));
      return media.ok && storedPath(media.facts) === path ? { kind: "placed", media, isNew: false } : { kind: "taken" };
    }
    const [hash = "", base = ""] = path.split("/");
    const reply = await desk.send({
      method: "GET",
      path: `/desk/media/${encodeURIComponent(hash)}/${encodeURIComponent(base)}`,
    });
    if (!reply.ok) return { kind: "failed", refusal: reply };
    const media = await inspectMedia(name, reply.bytes);
    if (!media.ok) return failed(`${path}: found ${media.fault.found}; expected ${media.fault.expected}`);
    if (storedPath(media.facts) !== path) return failed(`${path}: other bytes came than its address says`);
    writeWhole(file, reply.bytes);
    return { kind: "placed", media, isNew: true };
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

function failed(message: string): PlacedMedia {
  return { kind: "failed", refusal: { ok: false, kind: "refused", message, faults: [] } };
}
