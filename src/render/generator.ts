/** The name of the program that made the output, as every format gives it. */
export const GENERATOR = "Dateline";
