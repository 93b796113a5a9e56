import { type Found, textAt } from './elements.ts'
import type { FileHead } from './head.ts'
import { lineOf, numberOf } from './read.ts'

/** What an earlier school is called; null for the one that made the file. */
export function aboutOf(school: Found, head: FileHead): string | null {
  const number = numberOf(school)
  if (number === null ? textAt(school, 'SchoolName') === '' : number === head.number) return null
  const name = lineOf(textAt(school, 'SchoolName'))
  if (number === null) return name === head.school ? null : name
  return name === null ? `School ${number}` : name
}
