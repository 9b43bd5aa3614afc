/** What the record of a draft is called by default: `brief.md` gives `brief.report.html`. */
export function reportName(draftPath: string, extension: string): string {
  const name = draftPath.slice(draftPath.lastIndexOf('/') + 1);
  const dot = name.lastIndexOf('.');
  return `${dot > 0 ? name.slice(0, dot) : name}.report.${extension}`;
}

/** The record as a file holds it: one for spreadsheets begins with the mark by which Excel knows UTF-8. */
export function reportText(text: string, extension: string): string {
  return extension === 'csv' ? `\uFEFF${text}` : text;
}

/** The day here, not in Greenwich, ISO. */
export function dayOf(now: Date): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${String(now.getFullYear())}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
