import type { ClockStanding } from './clockStanding.ts'
import { addFates, type ElementFates, noElements } from './elementFates.ts'
import type { ImportTotals, ShownFinding } from './importTotals.ts'

/** Why a run ended before the file did. */
export type Stop = {
  readonly problem: string
  readonly sentence: string
  readonly line: number | null
  readonly childrenRead: number
}

/** What a run of `kith import cin` did, as data. */
export type CensusReport = {
  readonly kind: 'cin_census'
  /** Null when nothing was to be changed. */
  readonly runId: string | null
  readonly dryRun: boolean
  readonly file: { readonly bytes: number; readonly sha256: string; readonly wasReadBefore: boolean }
  readonly authority: {
    readonly own: string | null
    readonly ofFile: string | null
    readonly isOther: boolean
  }
  readonly censusYear: number | null
  readonly referenceOn: string | null
  readonly asAt: string
  readonly dutyTeam: { readonly name: string; readonly wasMade: boolean; readonly queued: number }
  readonly children: ImportTotals['children']
  readonly elements: readonly ({ readonly name: string } & ElementFates)[]
  readonly total: ElementFates
  readonly findings: ImportTotals['findings']
  /** The first fifty refusals and doubts. */
  readonly firstFindings: readonly ShownFinding[]
  readonly clocks: readonly ClockStanding[]
  readonly stopped: Stop | null
}

/** What the report takes from the run beside its totals. */
type Frame = Pick<CensusReport, 'runId' | 'dryRun' | 'file'> & {
  readonly ownAuthority: string | null
  readonly source: {
    readonly authority: string | null
    readonly check: { readonly censusYear?: number }
    readonly header: { readonly asAt: Temporal.PlainDate | undefined } | undefined
    readonly asAt: Temporal.PlainDate
    readonly stopped: Stop | null
  }
  readonly dutyTeam: Omit<CensusReport['dutyTeam'], 'queued'>
}

/** Puts a run's report together. @throws when its counts do not add up */
export function importReport(frame: Frame, totals: ImportTotals): CensusReport {
  const { ownAuthority: own, source, dutyTeam, ...rest } = frame
  const { authority: ofFile } = source
  return {
    kind: 'cin_census',
    ...rest,
    authority: { own, ofFile, isOther: own !== null && ofFile !== null && own !== ofFile },
    censusYear: source.check.censusYear ?? null,
    referenceOn: source.header?.asAt?.toString() ?? null,
    asAt: source.asAt.toString(),
    dutyTeam: { ...dutyTeam, queued: totals.queued },
    children: totals.children,
    elements: [...totals.elements()].map(([name, fates]) => ({ name, ...fates })),
    total: totals.total(),
    findings: totals.findings,
    firstFindings: totals.shown(),
    clocks: [...totals.clocks.values()].toSorted((one, other) => one.clock.localeCompare(other.clock)),
    stopped: source.stopped,
  }
}

/** A run's counts without a word of any child: what its row keeps, for everyone who may know that it ran. */
export function countsOf({ firstFindings: _, elements, ...rest }: CensusReport): object {
  const isKnown = (one: ElementFates) => one.unknown < one.read
  const others = elements.filter(one => !isKnown(one))
  const together = others.reduce<ElementFates>(addFates, noElements)
  const rows = others.length > 0 ? [{ name: 'Not of the census', ...together }] : []
  return { ...rest, elements: [...elements.filter(isKnown), ...rows] }
}
