/** A telephone and a desktop, in light and dark mode. */
export const LOOKS = [
  { name: "390×844, light", viewport: { width: 390, height: 844 }, colorScheme: "light" },
  { name: "390×844, dark", viewport: { width: 390, height: 844 }, colorScheme: "dark" },
  { name: "1280×900, light", viewport: { width: 1280, height: 900 }, colorScheme: "light" },
  { name: "1280×900, dark", viewport: { width: 1280, height: 900 }, colorScheme: "dark" },
] as const;
