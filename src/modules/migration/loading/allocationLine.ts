const roles = ['lead_social_worker', 'co_worker', 'lead_practitioner', 'conference_chair'] as const

export type ImportedRole = (typeof roles)[number]

/** One line of an allocations file, understood. */
export type AllocationLine = {
  readonly childId: string
  /** An email address or the identity provider's own name for them. */
  readonly worker: string
  readonly team: string
  readonly role: ImportedRole
  readonly startedOn: Temporal.PlainDate
}

/** The columns that a file must have; the worker may stand under any of three names. */
export const neededColumns = ['la_child_id', 'team', 'start_date'] as const
export const workerColumns = ['worker', 'worker_email', 'sign_in_subject'] as const

/** Understands one line, or says everything that is wrong with it. */
export function allocationLine(
  cells: Readonly<Record<string, string | undefined>>,
): AllocationLine | { readonly problems: readonly string[] } {
  const text = (name: string) => (cells[name] ?? '').trim()
  const worker = workerColumns.map(text).find(cell => cell !== '') ?? ''
  const role = text('role') === '' ? 'lead_social_worker' : roles.find(one => one === text('role'))
  const startedOn = dayIn(text('start_date'))
  const problems = [
    ...(text('la_child_id') === '' ? ['la_child_id is empty'] : []),
    ...(worker === '' ? ['the worker is empty: give an email address or sign-in name'] : []),
    ...(text('team') === '' ? ['team is empty'] : []),
    ...(role === undefined ? [`role "${text('role').slice(0, 40)}" is not one of ${roles.join(', ')}`] : []),
    ...(startedOn === undefined
      ? [`start_date "${text('start_date').slice(0, 40)}" is not a day written as 2026-03-31 or 31/03/2026`]
      : []),
  ]
  if (problems.length > 0 || role === undefined || startedOn === undefined) return { problems }
  return { childId: text('la_child_id'), worker, team: text('team'), role, startedOn }
}

function dayIn(text: string): Temporal.PlainDate | undefined {
  const british = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text)
  const [, day = '', month = '', year = ''] = british ?? []
  const iso = british ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : text
  if (!/^(19|20)\d\d-\d\d-\d\d$/.test(iso)) return undefined
  try {
    return Temporal.PlainDate.from(iso)
  } catch {
    return undefined
  }
}
