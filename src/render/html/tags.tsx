/** Tags as plain text: there are no pages for them yet. */
export function Tags({ tags }: { tags: readonly string[] }) {
  return (
    <ul class="tags">
      {tags.map((tag) => (
        <li>
          <bdi class="p-category">{tag}</bdi>
        </li>
      ))}
    </ul>
  );
}
