import { mix, readableOn } from "./contrast.ts";
import type { Theme } from "./theme.ts";

export const SCHEMES = ["light", "dark"] as const;
export type Scheme = (typeof SCHEMES)[number];

/**
 * The colours of the pages in one scheme, as `#rrggbb`. `tint` is the ground of boxes, `quiet` is the text of less
 * importance, `rule` is for lines. `sections` are the accents of sections that have one, by slug.
 */
export type Palette = Readonly<Record<"paper" | "tint" | "ink" | "quiet" | "rule" | "accent", string>> & {
  readonly sections: Readonly<Record<string, string>>;
};

const DEFAULTS: Readonly<Record<Scheme, Omit<Palette, "sections">>> = {
  light: {
    paper: "#fbf9f4",
    tint: "#f2ede3",
    ink: "#1f1b16",
    quiet: "#5f574c",
    rule: "#d8cfc0",
    accent: "#962414",
  },
  dark: { paper: "#181613", tint: "#24201b", ink: "#ebe5da", quiet: "#b5ab9c", rule: "#403a32", accent: "#f2a484" },
};

/** The colours of a theme in a scheme. What the theme does not say is worked out from what it says, or is the default. */
export function paletteOf(theme: Theme | undefined, scheme: Scheme): Palette {
  const defaults = DEFAULTS[scheme];
  const paper = theme?.paper?.[scheme] ?? defaults.paper;
  const ink = theme?.ink?.[scheme] ?? defaults.ink;
  const isOwn = paper !== defaults.paper || ink !== defaults.ink;
  const tint = isOwn ? mix(paper, ink, 0.05) : defaults.tint;
  const grounds = [paper, tint];
  const accentFrom = ({ light, dark }: NonNullable<Theme["accent"]>) =>
    scheme === "light" ? light : (dark ?? readableOn(grounds, light) ?? ink);
  return {
    paper,
    tint,
    ink,
    quiet: isOwn ? (readableOn(grounds, mix(ink, paper, 0.3)) ?? ink) : defaults.quiet,
    rule: isOwn ? mix(paper, ink, 0.18) : defaults.rule,
    accent: theme?.accent ? accentFrom(theme.accent) : (readableOn(grounds, defaults.accent) ?? ink),
    sections: Object.fromEntries(Object.entries(theme?.sections ?? {}).map(([slug, pair]) => [slug, accentFrom(pair)])),
  };
}
