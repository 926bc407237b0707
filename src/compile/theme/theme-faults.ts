import { contrast, MIN_CONTRAST, readableOn } from "../../model/contrast.ts";
import { paletteOf, SCHEMES, type Scheme } from "../../model/palette.ts";
import type { Theme } from "../../model/theme.ts";
import type { ContentFault, FieldPath } from "../content-fault.ts";
import type { FieldSource } from "../front-matter/field-source.ts";
import { hintAt } from "../nearest.ts";

/** What is wrong with a theme: colours that cannot be read on each other, and sections that do not exist. */
export function themeFaults(
  theme: Omit<Theme, "css"> | undefined,
  sections: readonly string[],
  source: FieldSource,
): readonly ContentFault[] {
  if (!theme) return [];
  const unknown = Object.keys(theme.sections ?? {}).filter((slug) => !sections.includes(slug));
  return [
    ...unknown.map((slug) =>
      source.faultAt(["theme", "sections", slug], `the slug of a section${hintAt(slug, [...sections])}`),
    ),
    ...SCHEMES.flatMap((scheme) => contrastFaults(theme, scheme, source)),
  ];
}

/** Each text on each ground of a scheme, if the theme gives one of the two. */
function contrastFaults(theme: Omit<Theme, "css">, scheme: Scheme, source: FieldSource): readonly ContentFault[] {
  const palette = paletteOf(theme, scheme);
  const grounds = [
    ["paper", palette.paper],
    ["the ground of boxes", palette.tint],
  ] as const;
  const texts: readonly { readonly name: string; readonly path: FieldPath; readonly colour: string }[] = [
    { name: "ink", path: ["theme", "ink"], colour: palette.ink },
    { name: "accent", path: ["theme", "accent"], colour: palette.accent },
    ...Object.entries(palette.sections).map(([slug, colour]) => ({
      name: `the accent of ${slug}`,
      path: ["theme", "sections", slug],
      colour,
    })),
  ];
  return texts.flatMap(({ name, path, colour }) => {
    const [worst] = grounds
      .map(([ground, under]) => ({ ground, under, ratio: contrast(colour, under) }))
      .toSorted((a, b) => a.ratio - b.ratio);
    if (!worst || worst.ratio >= MIN_CONTRAST) return [];
    const nearest = readableOn(
      grounds.map(([, under]) => under),
      colour,
    );
    const advice = nearest === undefined ? "another paper, on which a text can be read" : `${nearest} or darker`;
    const isLighter = nearest !== undefined && contrast(nearest, "#000000") > contrast(colour, "#000000");
    return {
      ...source.faultAt(
        isGiven(theme, path) ? path : ["theme", "paper"],
        `a contrast of ${MIN_CONTRAST} : 1 (WCAG AA), such as ${isLighter ? `${nearest} or lighter` : advice}`,
      ),
      found: `${name} ${colour} on ${worst.ground} ${worst.under}, ${floorRatio(worst.ratio)} : 1 in the ${scheme} scheme`,
    };
  });
}

function isGiven(theme: Omit<Theme, "css">, path: FieldPath): boolean {
  const [, name] = path;
  return name === "sections" || (name === "ink" && !!theme.ink) || (name === "accent" && !!theme.accent);
}

/** Rounded down: 4.49 is not 4.5. */
function floorRatio(ratio: number): string {
  return (Math.floor(ratio * 100) / 100).toFixed(2);
}
