/** An address that one click selects whole (`user-select: all`); addresses run from left to right in every language. */
export function FeedAddress({ address }: { address: string }) {
  return (
    <code class="address" dir="ltr">
      {address}
    </code>
  );
}
