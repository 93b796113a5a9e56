import type { ToldBirthDate } from '../toldPerson.ts'
import { readDate } from './readTime.ts'

/**
 * A date of birth, or what was said in its place: month 13, a year alone, nothing. An age that nobody knows goes to a
 * person to find out; it is never guessed, for the age decides who is told.
 */
export function readBirthDate(said: string): ToldBirthDate {
  const on = readDate(said)
  return on ? { kind: 'known', on } : { kind: 'unknown', said }
}
