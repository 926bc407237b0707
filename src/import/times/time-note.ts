/** What was chosen or set right while a time was read. The caller adds the element and the text of the time. */
export type TimeNote = { readonly kind: "guessed" | "repaired"; readonly message: string };

export function guessed(message: string): TimeNote {
  return { kind: "guessed", message };
}

export function repaired(message: string): TimeNote {
  return { kind: "repaired", message };
}
