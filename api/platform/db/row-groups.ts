/** Rows in one statement on SQLite: so many save half of what a statement costs for each, more of them little more. */
export const rowsPerGroup = 8;

/**
 * How a group of rows is inserted there. A statement that undoes its rows when one of them fails has SQLite copy every
 * page that it changes; what fails is undone by its job's end anyway.
 */
export const insertGroup = 'insert or fail into';
