import { countSyllables, readingAge } from '#modules/casework'

/** A sentence that is hard to read, with the age at which most can. */
export type HardSentence = { readonly sentence: string; readonly age: number; readonly words: number }

/** How a text reads, as advice to its author; nothing is rewritten. */
export type Readability = {
  /** Age by the Flesch-Kincaid grade; null for a text too short to say. */
  readonly age: number | null
  /** Grade by SMOG, which asks for thirty sentences; null for fewer. */
  readonly smog: number | null
  /** The hardest first, five at most. */
  readonly hard: readonly HardSentence[]
}

/** Family-facing text should be read at eleven. */
export const ADVISED_AGE = 11
const LONG = 20
const MOST = 5

const sentencesOf = (text: string): readonly string[] =>
  [...new Intl.Segmenter('en-GB', { granularity: 'sentence' }).segment(text)]
    .flatMap(({ segment }) => segment.split('\n'))
    .map(one => one.trim())
    .filter(one => /\p{L}/u.test(one))
const wordsOf = (text: string): readonly string[] => text.match(/\p{L}[\p{L}'’-]*/gu) ?? []

/**
 * Measures a text: Flesch-Kincaid (Kincaid and others 1975) and, from thirty sentences on, SMOG (McLaughlin, Journal of Reading 12,
 * 1969: 1.0430 x square root of the words of three syllables and more in thirty sentences, + 3.1291). Both count English syllables by rule.
 */
export function readability(text: string): Readability {
  const sentences = sentencesOf(text)
  const hard = sentences
    .map(sentence => ({ sentence, age: readingAge(sentence).age ?? 0, words: wordsOf(sentence).length }))
    .filter(({ age, words }) => age > ADVISED_AGE + 2 || words > LONG)
    .toSorted((one, other) => other.age - one.age)
  return { age: readingAge(text).age, smog: smogGrade(sentences), hard: hard.slice(0, MOST) }
}

function smogGrade(sentences: readonly string[]): number | null {
  if (sentences.length < 30) return null
  const long = sentences.flatMap(wordsOf).filter(word => countSyllables(word) >= 3).length
  return Math.round((1.043 * Math.sqrt(long * (30 / sentences.length)) + 3.1291) * 10) / 10
}
