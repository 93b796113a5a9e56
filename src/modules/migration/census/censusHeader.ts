import { ElementGroup } from './child/elementGroup.ts'
import type { Leftover } from './child/interpretation.ts'
import { Interpretation } from './child/interpretation.ts'
import type { Finding } from './finding.ts'
import { parseDate } from './reading/parseDate.ts'
import { parseText } from './reading/parseIdentifier.ts'
import { parseYear } from './reading/parseYear.ts'
import { type Parsed, type Reading, valueIn } from './reading/reading.ts'
import type { CensusElement } from './source/censusElement.ts'
import type { CensusTally } from './tally.ts'

/** What the file says of itself. */
export interface CensusHeader {
  readonly line: number
  readonly collection: Reading<string>
  /** The year the census ends: 2026 for 2025-26. */
  readonly year: Reading<number>
  readonly referenceOn: Reading<Temporal.PlainDate>
  readonly sources: readonly CensusSource[]
  /** The date to judge the file by: its own reference date, or 31 March of its year; undefined without either. */
  readonly asAt: Temporal.PlainDate | undefined
  /** The year to judge its codes by: that of a 31 March reference date, or the one it names; undefined without either. */
  readonly censusYear: number | undefined
  readonly leftovers: readonly Leftover[]
  readonly findings: readonly Finding[]
}

/** Who made the file. */
export interface CensusSource {
  readonly lea: Reading<string>
  readonly softwareCode: Reading<string>
  readonly release: Reading<string>
  readonly serialNumber: Reading<string>
  readonly madeAt: Reading<string>
}

/** Understands the `Header` element. Never fails. */
export function interpretHeader(element: CensusElement, tally: CensusTally): CensusHeader {
  const interpretation = new Interpretation(tally)
  interpretation.count('Header', 'stored')
  const group = new ElementGroup([element], 'Header', element.line, interpretation)
  const details =
    group.group('CollectionDetails') ??
    new ElementGroup([], 'Header/CollectionDetails', group.line, interpretation)
  const read = {
    collection: details.one('Collection', parseCollection),
    year: details.one('Year', parseYear),
    referenceOn: details.one('ReferenceDate', parseDate),
  }
  details.close()
  const sources = group.groups('Source').map(interpretSource)
  group.close()
  const judged = judgedBy(read.year, read.referenceOn)
  remarkDates(read, interpretation)
  const findings = interpretation.findings(undefined)
  return { line: element.line, ...read, sources, ...judged, leftovers: interpretation.leftovers(), findings }
}

function interpretSource(group: ElementGroup): CensusSource {
  group.one('SourceLevel', parseText)
  const source = {
    lea: group.one('LEA', parseAuthority),
    softwareCode: group.one('SoftwareCode', parseText),
    release: group.one('Release', parseText),
    serialNumber: group.one('SerialNo', parseText),
    madeAt: group.one('DateTime', parseText),
  }
  group.close()
  return source
}

function parseCollection(raw: string): Parsed<string> {
  const value = raw.trim()
  if (value === 'CIN') return { value }
  return value.toUpperCase() === 'CIN'
    ? { value: 'CIN', doubt: `"${value}" was read as CIN.` }
    : { refusal: `The file says it is "${value.slice(0, 40)}", not CIN.` }
}

function parseAuthority(raw: string): Parsed<string> {
  const value = raw.trim()
  return /^\d{3}$/.test(value) ? { value } : { refusal: 'The local authority is a number of three digits.' }
}

function judgedBy(year: Reading<number>, referenceOn: Reading<Temporal.PlainDate>) {
  const date = valueIn(referenceOn)
  const named = valueIn(year)
  // A reference year that the year parser would refuse says nothing about the file.
  const sound = date && 'value' in parseYear(String(date.year)) ? date : undefined
  const asAt =
    sound ?? (named === undefined ? undefined : Temporal.PlainDate.from({ year: named, month: 3, day: 31 }))
  // Only a reference date of 31 March is sure to name its year; on another day the year written beside it is safer.
  const fromDate = sound && (isLastDay(sound) ? sound.year : undefined)
  return { asAt, censusYear: fromDate ?? named ?? (sound && censusYearOf(sound)) }
}

const isLastDay = (date: Temporal.PlainDate) => date.month === 3 && date.day === 31

/** The year in which the census that holds a date ends: the census runs from 1 April to 31 March. */
export function censusYearOf(date: Temporal.PlainDate): number {
  return date.month > 3 ? date.year + 1 : date.year
}

function remarkDates(
  header: { readonly year: Reading<number>; readonly referenceOn: Reading<Temporal.PlainDate> },
  interpretation: Interpretation,
): void {
  const date = valueIn(header.referenceOn)
  const year = valueIn(header.year)
  const problem = dateProblem(date, year)
  if (!problem) return
  const { element, line, raw } = header.referenceOn
  interpretation.remark({ element, line, raw, problem, severity: 'doubted', rule: '100' })
}

function dateProblem(date: Temporal.PlainDate | undefined, year: number | undefined): string | undefined {
  if (!date && year === undefined) return 'The header says neither its year nor its reference date.'
  if (!date) return `The header has no reference date; 31 March ${year} was taken.`
  if (!isLastDay(date)) return `The reference date is ${date}, not 31 March; it was taken as it is.`
  if (year === undefined)
    return `The header has no year that can be read; ${date.year} was taken from its reference date.`
  return date.year === year
    ? undefined
    : `The header says year ${year} but reference date ${date}; the date was taken.`
}
