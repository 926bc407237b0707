export type Table = {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly notes?: readonly string[];
};

/**
 * The first column is text. The others are numbers and aligned to the right. The width of a column is that of its
 * widest cell in all tables.
 */
export function printTables(tables: readonly Table[]): void {
  const everyRow = tables.flatMap(({ columns, rows }) => [columns, ...rows]);
  const widths = Array.from({ length: Math.max(...everyRow.map((row) => row.length)) }, (_, column) =>
    Math.max(...everyRow.map((row) => row[column]?.length ?? 0)),
  );
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join("  ")
      .trimEnd();
  for (const { title, columns, rows, notes = [] } of tables) {
    console.log(`\n${title}`);
    console.log(line(columns));
    console.log("-".repeat(line(columns).length));
    for (const row of rows) console.log(line(row));
    for (const note of notes) console.log(`  ${note}`);
  }
}
