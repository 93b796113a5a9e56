import type { CensusReport } from './importReport.ts'

/** The report for a person at the terminal. */
export function describeReport(report: CensusReport): string {
  return [
    heading(report),
    '',
    ...elementTable(report),
    '',
    ...childLines(report),
    ...clockLines(report),
    ...findingLines(report),
    ...(report.stopped
      ? ['', `STOPPED: ${report.stopped.sentence} The children before it are kept, each whole.`]
      : []),
  ].join('\n')
}

function heading({ dryRun, referenceOn, asAt, file, authority, runId }: CensusReport): string {
  const lines = [
    `Census of ${referenceOn ?? 'an unknown date'}, judged as at ${asAt}${dryRun ? ' (dry run: nothing was stored)' : ''}`,
    `File of ${file.bytes} bytes, SHA-256 ${file.sha256}${file.wasReadBefore ? ', read before' : ''}`,
  ]
  if (authority.isOther)
    lines.push(`The file is of authority ${authority.ofFile}; this record is of authority ${authority.own}.`)
  if (runId !== null) lines.push(`Run ${runId}`)
  return lines.join('\n')
}

const columns = [
  'read',
  'stored',
  'alreadyHeld',
  'contradicted',
  'refused',
  'empty',
  'unknown',
  'doubted',
] as const
const words = ['read', 'stored', 'held', 'contradicted', 'refused', 'empty', 'unknown', '(doubted)']

function elementTable({ elements, total }: CensusReport): readonly string[] {
  const width = Math.max(10, ...elements.map(({ name }) => Math.min(name.length, 40)))
  const row = (name: string, cells: readonly (string | number)[]) =>
    name.slice(0, 40).padEnd(width) + cells.map(cell => String(cell).padStart(13)).join('')
  return [
    row('Element', words),
    ...elements.map(one =>
      row(
        one.name,
        columns.map(column => one[column]),
      ),
    ),
    row(
      'All',
      columns.map(column => total[column]),
    ),
  ]
}

function childLines({ children, findings, dutyTeam }: CensusReport): readonly string[] {
  return [
    `Children: ${children.read} read, ${children.new} new, ${children.changed} changed, ${children.unchanged} already held, ${children.refused} refused`,
    `Findings: ${findings.refused} refused, ${findings.doubted} doubted, ${findings.contradicted} contradicted, ${findings.information} information; ${findings.new} not known before`,
    `Children whom nobody held: ${dutyTeam.queued}, now in the queue of ${dutyTeam.name}${dutyTeam.wasMade ? ', which was made for them' : ''}`,
  ]
}

function clockLines({ clocks, asAt }: CensusReport): readonly string[] {
  if (clocks.length === 0) return []
  const lines = clocks.map(
    one =>
      `  ${one.clock.padEnd(20)} ${one.onTime} on time, ${one.late} late, ${one.overdue} overdue and not done, ${one.running} running`,
  )
  return [`Clocks as at ${asAt}:`, ...lines]
}

function findingLines({ firstFindings }: CensusReport): readonly string[] {
  if (firstFindings.length === 0) return []
  const lines = firstFindings.map(one => {
    const rule = one.rule === null ? '' : ` [${one.rule}]`
    const raw = one.raw === null || one.raw === '' ? '' : ` "${one.raw.replaceAll(/\s+/g, ' ').slice(0, 60)}"`
    return `  line ${one.line} ${one.childId ?? 'file'} ${one.element}${raw}: ${one.problem} (${one.severity}${rule})`
  })
  return ['Refused and doubted, the first of them (all are on the pages of the import):', ...lines]
}
