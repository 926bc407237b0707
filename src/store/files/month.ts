/** The month of an instant (milliseconds since the epoch), in UTC: `YYYY-MM`. */
export function monthOf(instant: number): string {
  return new Date(instant).toISOString().slice(0, 7);
}
