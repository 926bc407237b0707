const CREATIVE_COMMONS =
  /^https?:\/\/creativecommons\.org\/(licenses|publicdomain)\/([a-z-]+)\/(\d\.\d)(?:\/([a-z]{2}))?\/?/;

/** What a licence is called: `CC BY-NC 4.0` for the addresses everyone knows, otherwise the address without its scheme. */
export function licenceName(address: string): string {
  const [, kind, name = "", version = "", country] = CREATIVE_COMMONS.exec(address) ?? [];
  if (kind === undefined) return address.replace(/^https?:\/\/|\/$/g, "");
  if (kind === "publicdomain") return name === "zero" ? `CC0 ${version}` : `Public Domain Mark ${version}`;
  return ["CC", name.toUpperCase(), version, country?.toUpperCase()].filter((part) => part !== undefined).join(" ");
}
