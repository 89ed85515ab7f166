/** An SSCC in groups of four digits, so that it can be read out and written down; any other text as it is. */
export function grouped(licensePlate: string): string {
  return /^\d{18}$/.test(licensePlate) ? licensePlate.replaceAll(/(\d{4})(?=\d)/g, '$1 ') : licensePlate;
}
