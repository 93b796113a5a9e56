import { parse } from 'csv-parse/sync'

/** The columns that a file of joiners and leavers may have; the first two are needed. */
export const workerColumns = [
  'name',
  'class',
  'email',
  'telephone',
  'organisation',
  'sign_in_subject',
  'started_on',
  'left_on',
  'team',
  'role',
  'fte',
  'holds_cases',
] as const
export type WorkerColumn = (typeof workerColumns)[number]

/** One line of the file: its number, and what it says; '' where a column is empty or missing. */
export type WorkerLine = {
  readonly line: number
  readonly values: Readonly<Record<WorkerColumn, string>>
  readonly problem?: string
}

export type WorkerLines =
  | { readonly ok: true; readonly lines: readonly WorkerLine[] }
  | { readonly ok: false; readonly problem: string }

/** Reads a CSV of workers. A line with too many or too few values is kept with its problem. */
export function readWorkerLines(text: string): WorkerLines {
  let records: readonly { record: string[]; info: { lines: number } }[]
  try {
    // The shape is what the option `info` gives; csv-parse's types do not follow it.
    records = parse(text, {
      bom: true,
      info: true,
      trim: true,
      skip_empty_lines: true,
      relax_column_count: true,
    }) as unknown as typeof records
  } catch (error) {
    return {
      ok: false,
      problem: `This is not CSV: ${error instanceof Error ? error.message : 'it cannot be read'}`,
    }
  }
  const [first, ...rest] = records
  const header = (first?.record ?? []).map(name => name.toLowerCase().replaceAll(' ', '_'))
  const unknown = header.filter(name => !isColumn(name))
  if (!header.includes('name') || !header.includes('class'))
    return { ok: false, problem: 'The first line must name the columns; “name” and “class” are needed' }
  if (unknown.length > 0)
    return {
      ok: false,
      problem: `Unknown columns: ${unknown.join(', ')}. Known are: ${workerColumns.join(', ')}`,
    }
  if (new Set(header).size < header.length) return { ok: false, problem: 'A column is named twice' }
  return {
    ok: true,
    lines: rest.map(({ record, info }) => asLine(header.filter(isColumn), record, info.lines)),
  }
}

const isColumn = (name: string): name is WorkerColumn => workerColumns.some(column => column === name)

function asLine(header: readonly WorkerColumn[], record: readonly string[], line: number): WorkerLine {
  const values = Object.fromEntries(
    workerColumns.map(column => [column, record[header.indexOf(column)] ?? '']),
  ) as Record<WorkerColumn, string> // every column was just given
  return record.length === header.length
    ? { line, values }
    : { line, values, problem: `The line has ${record.length} values for ${header.length} columns` }
}
