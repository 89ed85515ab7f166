import type { sitesProblems as english } from './sites.en.ts';

/** Problems of warehouses, source systems and imports, in Spanish. */
export const sitesProblems: Readonly<Record<keyof typeof english, string>> = {
  'warehouse.unknown': 'No hay ningún almacén {warehouse}. Corríjalo o créelo antes.',
  'warehouse.time_zone_unknown': 'No hay ninguna zona horaria {timeZone}. Use un nombre IANA como Europe/Berlin.',
  'source_system.unknown': 'No hay ningún sistema de origen {sourceSystem}. Corríjalo o créelo antes.',
  'source_system.owner_taken': 'El propietario {owner} ya pertenece a {sourceSystem}. Elija otro nombre.',
  'source_system.owner_has_stock': 'Hay mercancía del propietario {owner} en el edificio. Consérvelo hasta que salga.',
  'import.refused':
    '{refused} de {rows} {rows|fila es incorrecta|filas son incorrectas}, así que no se cambió nada. {refused|Corríjala|Corríjalas} e importe de nuevo.',
  'import.too_many': 'Son más de {limit} filas. Impórtelas por partes.',
  'import.column_unknown': 'No hay ninguna columna {column}. Use estas: {columns}.',
  'import.column_missing': 'Al encabezado le falta la columna {column}. Añádala.',
  'import.column_repeated': 'El encabezado tiene dos veces la columna {column}. Omita una.',
  'import.cells': 'Esta fila tiene {cells} {cells|celda|celdas}; el encabezado, {columns}. Añada o quite un separador.',
};
