/** The callback with parameters behind its own query, which stays as it is (WebSub section 5.3: "the hub MUST preserve the query string"). */
export function callbackAddress(callback: string, parameters: Readonly<Record<string, string>>): string {
  const joint = !callback.includes("?") ? "?" : /[?&]$/.test(callback) ? "" : "&";
  return `${callback}${joint}${new URLSearchParams(parameters)}`;
}
