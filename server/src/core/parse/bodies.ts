/** What bodies are that a text calls by what they are, not by name: alternatives of a regular expression. */
export const BODIES =
  'ministry|board|council|company|committee|commission|union|court|department|agency|bank|firm|university|church|association|' +
  'bureau|embassy|airline|hospital|trust|newspaper';
