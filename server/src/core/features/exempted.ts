import { say } from '../text/say.ts';
import { quoted } from './wording.ts';
import type { Exemption } from './exemptions.ts';

/** Why nothing is said of what is wrong here, and how it is said again: a sentence or two for each decision, once. */
export function exemptedWords(exemptions: readonly Pick<Exemption, 'by' | 'reason'>[]): readonly string[] {
  return [...new Set(exemptions.map(sentence))];
}

function sentence({ by, reason }: Pick<Exemption, 'by' | 'reason'>): string {
  switch (by) {
    case 'comment':
      return reason === undefined
        ? say('Ignored by a comment in the draft. Delete the comment to be warned again.')
        : say(
            'Ignored by a comment in the draft: {0}. Delete the comment to be warned again.',
            quoted(reason),
          );
    case 'project':
      return reason === undefined
        ? say('Ignored by an entry in stet.json. Delete the entry to be warned again.')
        : say('Ignored by an entry in stet.json: {0}. Delete the entry to be warned again.', quoted(reason));
  }
}
