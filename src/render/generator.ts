/** The name every form gives for the program that made it. */
export const GENERATOR = "Dateline";
