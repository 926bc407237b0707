/**
 * The words before the first sentence, such as "NEW YORK, Feb 3 (Reuters) - ", and the `rest` of the paragraph.
 * `printed` is the place, with the day if there is one. It is absent if the dateline names only an agency. `people` are
 * writers whom it names.
 */
export type Dateline = {
  readonly printed?: string;
  readonly day?: string;
  readonly agency?: string;
  readonly people?: readonly string[];
  readonly rest: string;
};
