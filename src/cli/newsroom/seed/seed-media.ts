import { crc32, deflateSync } from "node:zlib";
import { type PseudoRandom, pseudoRandom } from "./pseudo-random.ts";

/** A file to upload under `name`, which the seeded articles use for it. `bytes` makes the content. */
export type SeedFile = { readonly name: string; readonly bytes: () => Uint8Array };

/** The files by kind. */
export type SeedMedia = {
  readonly pictures: readonly [SeedFile, ...SeedFile[]];
  readonly sounds: readonly [SeedSound, ...SeedSound[]];
  readonly documents: readonly [SeedFile, ...SeedFile[]];
};
export type SeedSound = SeedFile & { readonly seconds: number };

/** Width and height of the pictures in pixels: wide, tall, square, and the one that social networks ask for. */
const SIZES: readonly [Size, ...Size[]] = [
  { width: 640, height: 360 },
  { width: 480, height: 640 },
  { width: 400, height: 400 },
  { width: 1_200, height: 630 },
];
const PICTURES = 12;
const DRAWINGS = 4;
const TONES = [
  { hertz: 220, seconds: 1 },
  { hertz: 330, seconds: 2 },
  { hertz: 440, seconds: 3 },
] as const;

type Size = { readonly width: number; readonly height: number };
type Colour = readonly [red: number, green: number, blue: number];

/** The files that the seeded articles use: the same in every run. */
export function seedMedia(): SeedMedia {
  const [firstTone, ...tones] = TONES;
  return {
    pictures: [
      picture(0),
      ...Array.from({ length: PICTURES - 1 }, (_, index) => picture(index + 1)),
      ...Array.from({ length: DRAWINGS }, (_, index) => drawing(index)),
    ],
    sounds: [sound(firstTone), ...tones.map(sound)],
    documents: [
      textFile("figures.csv", "month,ferries,passengers\nJanuary,62,4100\nFebruary,58,3950\nMarch,71,5220\n"),
      textFile("minutes.txt", "Minutes of a meeting that did not take place.\n\n1. The quay\n2. The timetable\n"),
    ],
  };
}

function textFile(name: string, text: string): SeedFile {
  return { name: `seed/${name}`, bytes: () => new TextEncoder().encode(text) };
}

function numbered(index: number): string {
  return String(index + 1).padStart(2, "0");
}

function picture(index: number): SeedFile {
  const size = SIZES[index % SIZES.length] ?? SIZES[0];
  const bytes = () => encodePng(landscape(pseudoRandom(index + 1_001), size));
  return { name: `seed/landscape-${numbered(index)}.png`, bytes };
}

function drawing(index: number): SeedFile {
  const random = pseudoRandom(index + 2_001);
  const sails = Array.from({ length: random.whole(2, 5) }, (_, place) => {
    const x = 60 + place * 90;
    const top = random.whole(60, 140);
    return `<path d="M${x} ${top}v${230 - top}h${random.whole(40, 70)}z" fill="${cssColour(colour(random))}"/>`;
  });
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="600" height="320" viewBox="0 0 600 320">
<rect width="600" height="320" fill="${cssColour(pale(random))}"/>
<circle cx="${random.whole(80, 520)}" cy="70" r="36" fill="#f4c542"/>
${sails.join("\n")}
<rect y="240" width="600" height="80" fill="${cssColour(colour(random))}"/>
</svg>
`;
  return textFile(`sails-${numbered(index)}.svg`, svg);
}

type Pixels = Size & { readonly rgb: Uint8Array };

/** A sky, a sun, three ranges of hills and the sea, in colours of their own. */
function landscape(random: PseudoRandom, { width, height }: Size): Pixels {
  const [above, below, sun] = [pale(random), pale(random), [250, random.whole(170, 230), 90] as const];
  const sea = colour(random);
  const shore = Math.round(height * 0.78);
  const centre = { x: random.whole(width * 0.2, width * 0.8), y: random.whole(height * 0.2, height * 0.4) };
  const radius = Math.min(width, height) / random.whole(7, 12);
  const hills = [0.5, 0.58, 0.66].map((level) => ({
    colour: colour(random),
    level: level * height,
    length: width / random.whole(2, 6),
    shift: random.whole(0, width),
  }));
  const foam = mix(sea, above, 0.35);
  const rgb = new Uint8Array(width * height * 3);
  const paint = (x: number, y: number): Colour => {
    if (y >= shore) return (y - shore) % 9 < 2 ? foam : sea;
    const hill = hills.findLast(
      ({ length, level, shift }) => y > level + Math.sin(((x + shift) / length) * Math.PI) * height * 0.08,
    );
    if (hill) return hill.colour;
    return Math.hypot(x - centre.x, y - centre.y) < radius ? sun : mix(above, below, y / shore);
  };
  for (let y = 0; y < height; y += 1) for (let x = 0; x < width; x += 1) rgb.set(paint(x, y), (y * width + x) * 3);
  return { width, height, rgb };
}

function colour(random: PseudoRandom): Colour {
  return [random.whole(20, 150), random.whole(40, 160), random.whole(60, 180)];
}

function pale(random: PseudoRandom): Colour {
  return [random.whole(150, 250), random.whole(170, 250), random.whole(190, 250)];
}

function mix([r1, g1, b1]: Colour, [r2, g2, b2]: Colour, share: number): Colour {
  const between = (one: number, other: number) => Math.round(one + (other - one) * share);
  return [between(r1, r2), between(g1, g2), between(b1, b2)];
}

function cssColour(channels: Colour): string {
  return `#${channels.map((channel) => channel.toString(16).padStart(2, "0")).join("")}`;
}

/** 8-bit RGB without interlacing and without filters (PNG, third edition, sections 5 and 11). */
function encodePng({ width, height, rgb }: Pixels): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const rows = Buffer.alloc((width * 3 + 1) * height);
  for (let y = 0; y < height; y += 1)
    rows.set(rgb.subarray(y * width * 3, (y + 1) * width * 3), y * (width * 3 + 1) + 1);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const chunks = [pngChunk("IHDR", header), pngChunk("IDAT", deflateSync(rows)), pngChunk("IEND", Buffer.alloc(0))];
  return Buffer.concat([signature, ...chunks]);
}

function pngChunk(type: string, data: Uint8Array): Buffer {
  const checked = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const chunk = Buffer.alloc(checked.length + 8);
  chunk.writeUInt32BE(data.length, 0);
  chunk.set(checked, 4);
  chunk.writeUInt32BE(crc32(checked), checked.length + 4);
  return chunk;
}

const SAMPLES_PER_SECOND = 8_000;

/** A tone that fades: WAV with one channel of 8-bit samples. */
function sound({ hertz, seconds }: { readonly hertz: number; readonly seconds: number }): SeedSound {
  const count = SAMPLES_PER_SECOND * seconds;
  const header = Buffer.alloc(44);
  header.write("RIFF", 0, "latin1");
  header.writeUInt32LE(36 + count, 4);
  header.write("WAVEfmt ", 8, "latin1");
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20);
  header.writeUInt16LE(1, 22);
  header.writeUInt32LE(SAMPLES_PER_SECOND, 24);
  header.writeUInt32LE(SAMPLES_PER_SECOND, 28);
  header.writeUInt16LE(1, 32);
  header.writeUInt16LE(8, 34);
  header.write("data", 36, "latin1");
  header.writeUInt32LE(count, 40);
  const samples = () =>
    Uint8Array.from({ length: count }, (_, index) => {
      const swing = Math.sin((2 * Math.PI * hertz * index) / SAMPLES_PER_SECOND);
      return Math.round(128 + swing * 90 * (1 - index / count));
    });
  return { name: `seed/tone-${hertz}.wav`, bytes: () => Buffer.concat([header, samples()]), seconds };
}
