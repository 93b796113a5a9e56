import { type Outcome, outcomes } from './contactWords.ts'

/** Why a threshold is met or not, by what was decided: it tells of the law and of no family (Working Together 2023, chapter 3). */
export const thresholdWords: Readonly<Record<Outcome, string>> = {
  strategy_discussion:
    'There is reasonable cause to suspect that a child suffers, or is likely to suffer, significant harm (Children Act 1989 s47).',
  assessment:
    'A child is unlikely to reach or keep a reasonable standard of health or development without services (Children Act 1989 s17).',
  passed_to_open_work: 'The threshold is met already: children’s social care works with the family.',
  early_help:
    'The threshold for children’s social care is not met; help early on may keep needs from growing.',
  advice: 'Nothing asked for a decision about a child: information or advice was enough.',
  no_further_action: 'On what is known now, the threshold for children’s social care is not met.',
}

/** The furthest of what was decided: what a professional who referred is told. */
export const furthest = (decided: readonly Outcome[]): Outcome | null =>
  outcomes.find(outcome => decided.includes(outcome)) ?? null

type Named = { readonly given: string | null; readonly family: string | null }

/** Whether words for a referrer name somebody of the contact: by a name of three letters or more, as a word of its own. */
export function namesSomebody(words: string, people: readonly Named[]): boolean {
  const said = new Set(words.toLocaleLowerCase('en').match(/[\p{L}'’-]+/gu) ?? [])
  const bare = (word: string) => word.replace(/['’]s$/u, '')
  const spoken = new Set([...said].flatMap(word => [word, bare(word)]))
  return people
    .flatMap(({ given, family }) => [given, family])
    .flatMap(name => (name ?? '').toLocaleLowerCase('en').split(/\s+/))
    .some(part => part.length > 2 && spoken.has(part))
}
