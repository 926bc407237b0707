import { expect, it } from "vitest";
import { isPlaceholderAddress } from "../../../src/site/placeholder-address.ts";

it.each([
  "https://example.org",
  "https://news.example.com",
  "https://example.net:8443",
  "https://dateline.example",
  "https://a.invalid",
  "https://a.test",
  "http://localhost:8787",
  "http://a.localhost",
  "http://127.0.0.1:8787",
  "http://[::1]",
  "no address",
])("%s is a placeholder", (address) => {
  expect(isPlaceholderAddress(address)).toBe(true);
});

it.each([
  "https://news.example.co",
  "https://myexample.org",
  "https://example.org.uk",
  "https://test.de",
  "https://128.0.0.1",
])("%s is not a placeholder", (address) => {
  expect(isPlaceholderAddress(address)).toBe(false);
});
