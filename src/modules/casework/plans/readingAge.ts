/** How hard a text is to read, with the words that make it so. Advice to the writer; nothing is rewritten. */
export type Reading = {
  /** Years of age at which most can read it; null for a text too short to say. */
  readonly age: number | null
  readonly longWords: readonly string[]
}

const FEWEST_WORDS = 5
const MANY_SYLLABLES = 4

/**
 * Flesch-Kincaid grade level: 0.39 x words per sentence + 11.8 x syllables per word - 15.59 (Kincaid, Fishburne, Rogers
 * and Chissom 1975, Naval Technical Training Command report 8-75). An American school grade is five years below the age.
 */
export function readingAge(text: string): Reading {
  const sentences = text.split(/[.!?\n]+/).filter(part => /\p{L}/u.test(part)).length
  const words = text.match(/\p{L}[\p{L}'’-]*/gu) ?? []
  const longWords = [...new Set(words.filter(isHard).map(word => word.toLowerCase()))]
  if (words.length < FEWEST_WORDS || sentences === 0) return { age: null, longWords }
  const syllables = words.reduce((sum, word) => sum + countSyllables(word), 0)
  const grade = 0.39 * (words.length / sentences) + 11.8 * (syllables / words.length) - 15.59
  return { age: Math.max(5, Math.round(grade + 5)), longWords }
}

/** Names begin with a capital letter and cannot be made simpler. */
const isHard = (word: string): boolean => /^\p{Ll}/u.test(word) && countSyllables(word) >= MANY_SYLLABLES

/** Groups of vowels, a silent e at the end left out: an estimate, as the formula itself. */
export function countSyllables(word: string): number {
  const letters = word.toLowerCase().replace(/[^a-z]/g, '')
  const spoken = letters.replace(/(?:[^laeiouy]es|[^aeiouytd]ed|[^laeiouy]e)$/, match => match.charAt(0))
  return Math.max(1, spoken.match(/[aeiouy]+/g)?.length ?? 1)
}
