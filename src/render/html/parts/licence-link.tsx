/**
 * A link to a licence without `rel=license`. That relation applies to the main content of a page, so only the `<link>`
 * in the head has it.
 */
export function LicenceLink({ address }: { address: string }) {
  return (
    <a href={address}>
      <bdi>{licenceName(address)}</bdi>
    </a>
  );
}

const CREATIVE_COMMONS =
  /^https?:\/\/creativecommons\.org\/(licenses|publicdomain)\/([a-z-]+)\/(\d\.\d)(?:\/([a-z]{2}))?\/?/;

/** The name of a licence: `CC BY-NC 4.0` for a Creative Commons address, otherwise the address without its scheme. */
export function licenceName(address: string): string {
  const [, kind, name = "", version = "", country] = CREATIVE_COMMONS.exec(address) ?? [];
  if (kind === undefined) return address.replace(/^https?:\/\/|\/$/g, "");
  if (kind === "publicdomain") return name === "zero" ? `CC0 ${version}` : `Public Domain Mark ${version}`;
  return ["CC", name.toUpperCase(), version, country?.toUpperCase()].filter((part) => part !== undefined).join(" ");
}
