/** The program itself. Columns are documented in the migrations. */
export interface ProgramTables {
  setting: { name: string; value: string };
  counter: { name: string; value: number };
}
