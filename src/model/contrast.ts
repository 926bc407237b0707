/** The contrast of text that WCAG 2.2 asks for at level AA (success criterion 1.4.3). */
export const MIN_CONTRAST = 4.5;

type Rgb = readonly [red: number, green: number, blue: number];

/** The parts of a colour `#rrggbb`, from 0 to 255. */
function rgbOf(colour: string): Rgb {
  const part = (at: number) => Number.parseInt(colour.slice(at, at + 2), 16);
  return [part(1), part(3), part(5)];
}

function hexOf(rgb: Rgb): string {
  return `#${rgb.map((part) => Math.round(part).toString(16).padStart(2, "0")).join("")}`;
}

/** The relative luminance of a colour, from 0 to 1 (WCAG 2.2, "relative luminance"). */
function luminance(colour: string): number {
  const [red, green, blue] = rgbOf(colour).map((part) => {
    const value = part / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0);
}

/** The contrast ratio of two colours, from 1 to 21 (WCAG 2.2, "contrast ratio"). */
export function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

/** A colour between two: `share` of 0 is the first, 1 is the second. */
export function mix(one: string, other: string, share: number): string {
  const [from, to] = [rgbOf(one), rgbOf(other)];
  const between = (index: 0 | 1 | 2) => from[index] + (to[index] - from[index]) * share;
  return hexOf([between(0), between(1), between(2)]);
}

const STEPS = 255;

/**
 * The colour nearest to `colour`, towards black or white, that is readable on all of the grounds. Undefined if none is:
 * no text can be read on a light and on a dark ground.
 */
export function readableOn(grounds: readonly string[], colour: string): string | undefined {
  const isReadable = (text: string) => grounds.every((ground) => contrast(text, ground) >= MIN_CONTRAST);
  for (let step = 0; step <= STEPS; step += 1)
    for (const end of ["#000000", "#ffffff"]) {
      const nearer = mix(colour, end, step / STEPS);
      if (isReadable(nearer)) return nearer;
    }
  return undefined;
}
