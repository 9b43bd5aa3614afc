/** A year, a month or a day as the language writes it: `2024`, `May 2024`, `May 3, 2024`. */
export function periodLabel(period: string, language: string): string {
  const [year, month, day] = period.split('-').map(Number);
  if (year === undefined || month === undefined || Number.isNaN(year) || Number.isNaN(month)) {
    return period;
  }
  const date = new Date(Date.UTC(year, month - 1, day ?? 1));
  const options: Intl.DateTimeFormatOptions = { timeZone: 'UTC', year: 'numeric', month: 'long' };
  return new Intl.DateTimeFormat(
    language,
    day === undefined ? options : { ...options, day: 'numeric' },
  ).format(date);
}
