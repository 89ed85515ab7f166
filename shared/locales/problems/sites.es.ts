import type { sitesProblems as english } from './sites.en.ts';

/** Problems of warehouses, source systems and imports, in Spanish. */
export const sitesProblems: Readonly<Record<keyof typeof english, string>> = {
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
  'scan_rules.pattern_syntax':
    'El patrón no se puede leer a partir del carácter {place}. Entre llaves van 9, A, X o * y cuántos: {9:4}, {X:1-8}.',
  'scan_rules.pattern_count':
    'En el carácter {place} el patrón pide un número imposible de caracteres. Use de 1 a 64, el menor primero: {9:2-6}.',
  'scan_rules.pattern_value':
    'La parte entre [ ] está vacía o no termina. Ponga un par de corchetes alrededor de la parte que se busca, o ninguno.',
  'scan_rules.pattern_wide':
    'Este patrón vale para casi cualquier código. Empiécelo con un carácter fijo o diga exactamente cuántas cifras son.',
  'scan_rules.pattern_long': 'El patrón es demasiado largo. Redúzcalo a lo que distingue estos códigos de otros.',
  'scan_rules.separator_on_labels':
    '«{value}» puede ser parte de un número de lote, que quedaría cortado. Use un carácter como ~ o | que no tenga ninguna etiqueta.',
  'scan_rules.zone_unknown': 'Ninguna ubicación está en la zona {zone}. Corríjala o asígnela antes a una ubicación.',
};
