import * as z from "zod";
import { err, ok, type Result } from "../../syntax/result.ts";
import type { EntryFault } from "../feeds/imported-entry.ts";
import { parsedJson } from "./parsed-json.ts";

/** Mobiledoc 0.3: sections refer to marks, atoms and cards by their position in three lists. */
export type Mobiledoc = z.infer<typeof mobiledocSchema>;

const marker = z.tuple([z.number(), z.array(z.number()), z.number(), z.union([z.string(), z.number()])]);
type Marker = z.infer<typeof marker>;

const payload = z.record(z.string(), z.unknown());
const markupSection = z.tuple([z.literal(1), z.string(), z.array(marker)], z.unknown());
const imageSection = z.tuple([z.literal(2), z.string()], z.unknown());
const listSection = z.tuple([z.literal(3), z.string(), z.array(z.array(marker))], z.unknown());
const cardSection = z.tuple([z.literal(10), z.number()], z.unknown());

const mobiledocSchema = z.looseObject({
  markups: z.array(z.tuple([z.string()], z.unknown())).default([]),
  atoms: z.array(z.tuple([z.string(), z.unknown()], z.unknown())).default([]),
  cards: z.array(z.tuple([z.string()], payload.nullish())).default([]),
  sections: z.array(z.union([markupSection, imageSection, listSection, cardSection])),
});

/** Cards that earlier versions of Ghost named otherwise. */
const NAMES: Readonly<Record<string, string>> = { "card-markdown": "markdown", "image-card": "image" };

/**
 * Reads a Mobiledoc text and writes it so that Ghost's converter to Lexical keeps all of it: the converter ignores what
 * begins or ends at an atom, a link that does not end, images that are sections, and atoms other than breaks.
 */
export function readMobiledoc(text: string): Result<string, EntryFault> {
  const parsed = parsedJson(text);
  if (!parsed.ok) return err({ message: `its Mobiledoc cannot be read: ${parsed.error}` });
  const read = mobiledocSchema.safeParse(parsed.value);
  if (!read.success) {
    const [issue] = read.error.issues;
    return err({ message: `its Mobiledoc cannot be read: ${issue?.path.join(".") || "the whole"}: ${issue?.message}` });
  }
  const document = read.data;
  const cards = document.cards.map(([name, ...rest]): [string, Record<string, unknown>] => [
    NAMES[name] ?? name,
    z.record(z.string(), z.unknown()).safeParse(rest[0]).data ?? {},
  ]);
  const sections = document.sections.flatMap((section): unknown[] => {
    if (section[0] === 1) return [[1, section[1], plainMarkers(section[2], document)]];
    if (section[0] === 3) return [[3, section[1], section[2].map((item) => plainMarkers(item, document))]];
    if (section[0] === 2) {
      cards.push(["image", { src: section[1] }]);
      return [[10, cards.length - 1]];
    }
    return cards[section[1]] ? [[10, section[1]]] : [];
  });
  return ok(JSON.stringify({ ...document, cards, sections }));
}

/** Writes markers so that every mark ends, and none is open at an atom. */
function plainMarkers(markers: readonly Marker[], { atoms, markups }: Mobiledoc): Marker[] {
  const open: number[] = [];
  const result: Marker[] = [];
  const closeAll = () => {
    if (open.length > 0) result.push([0, [], open.length, ""]);
  };
  for (const [kind, opened, closed, value] of markers) {
    const known = opened.filter((index) => markups[index] !== undefined);
    if (kind === 0) {
      result.push([0, known, Math.min(closed, open.length + known.length), String(value)]);
      open.push(...known);
    } else {
      const [name, words] = atoms[Number(value)] ?? ["", ""];
      open.push(...known);
      if (name === "soft-return") {
        if (open.length > known.length) result.push([0, [], open.length - known.length, ""]);
        result.push([1, [], 0, value]);
        const still = open.slice(0, Math.max(0, open.length - closed));
        if (still.length > 0) result.push([0, still, 0, ""]);
      } else result.push([0, known, Math.min(closed, open.length), typeof words === "string" ? words : ""]);
    }
    open.length = Math.max(0, open.length - closed);
  }
  closeAll();
  return result;
}
