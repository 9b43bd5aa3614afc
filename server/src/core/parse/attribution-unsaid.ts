/** Whether what a negation before this word takes back was done all the same: `did not just call it “…”`. */
export function isAffirming(word: string): boolean {
  return /^(?:only|just|merely|simply)$/.test(word);
}

/** Whether nobody said what stands behind this verb and a gerund: `denied calling it “…”`. */
export function isDenying(word: string): boolean {
  return /^(?:den(?:y|ies|ied|ying)|avoid(?:s|ed|ing)?)$/.test(word);
}

/** Whether nobody said what stands behind this verb and an infinitive: `refused to say “…”`. */
export function isRefusing(word: string): boolean {
  return /^(?:refus|declin)(?:e|es|ed|ing)$|^fail(?:s|ed|ing)?$|^(?:forgot|forgets?|neglect(?:s|ed)?)$/.test(
    word,
  );
}

/** Whether who is not so says it: `did not hesitate to say “…”`, `was not ashamed to say “…”`. */
export function isUnabashed(word: string): boolean {
  return /^(?:hesitate|fail|forget|neglect|afraid|shy|ashamed|embarrassed|wait|bother)$/.test(word);
}
