/** Whether a role and a title end alike: the one may say more than the other. */
export function isTitleOf(title: string, role: string): boolean {
  return saysAll(title, role) || saysAll(role, title);
}

/** Whether a role says all that a title does. */
export function saysAll(title: string, role: string): boolean {
  return ` ${role.toLowerCase()}`.endsWith(` ${title.toLowerCase()}`);
}
