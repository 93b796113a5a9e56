import { every, type Found, textAt } from './elements.ts'
import { countOf, dayOf, lineOf, numberOf } from './read.ts'

/** What a file says of itself. */
export type FileHead = {
  readonly version: string
  readonly madeOn: Temporal.PlainDate
  /** Authority and school in seven digits. */
  readonly number: string
  readonly urn: string | null
  readonly school: string | null
  readonly academicYear: number | null
  /** Where the pupils of the file go: XXXXXXX stands for nobody knows, MMMMMMM for no maintained school of the country. */
  readonly goesTo: 'school' | 'outside' | 'unknown' | null
}

/** Reads the head of a file, or says what is wrong with it. */
export function headOf(top: Found, today: Temporal.PlainDate): FileHead | { readonly problem: string } {
  const head = every(top, 'Header')[0]
  const source = every(head, 'SourceSchool')[0]
  const number = numberOf(source)
  const madeOn = dayOf(textAt(head, 'DateTime'))
  if (head === undefined) return { problem: 'The file has no header' }
  if (number === null)
    return { problem: 'The header does not say which school made the file: authority and number' }
  if (madeOn === null) return { problem: 'The header does not say when the file was made' }
  if (Temporal.PlainDate.compare(madeOn, today) > 0)
    return { problem: 'The file was made on a day that is to come' }
  return {
    version: lineOf(textAt(head, 'CTFversion')) ?? 'none named',
    madeOn,
    number,
    urn: /^\d{6}$/.test(textAt(source, 'URN')) ? textAt(source, 'URN') : null,
    school: lineOf(textAt(source, 'SchoolName')),
    academicYear: countOf(textAt(source, 'AcademicYear')),
    goesTo: destination(every(head, 'DestSchool')[0]),
  }
}

function destination(school: Found | undefined): FileHead['goesTo'] {
  const number = (textAt(school, 'LEA') + textAt(school, 'Estab')).toUpperCase()
  if (number === '' || number.endsWith('LLLL')) return null // LLLL: the authority itself
  if (/^X+$/.test(number)) return 'unknown'
  return /^M+$/.test(number) ? 'outside' : 'school'
}
