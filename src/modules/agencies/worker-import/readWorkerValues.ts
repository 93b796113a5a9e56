import type { Uuid } from '#platform/ids'
import type { PostRole } from '../queries/posts.ts'
import { roleWords } from '../queries/roleWords.ts'
import type { Team } from '../queries/teams.ts'
import type { Worker } from '../queries/workers.ts'
import type { WorkerLine } from './readWorkerLines.ts'

/** A post that a line gives. */
export type NewPost = {
  readonly teamId: Uuid
  readonly role: PostRole
  readonly fte: number
  readonly holdsCases: boolean
}

/** Notes a problem of the line. */
type Say = (text: string) => null

/** The row of that name; null for no name, undefined where there is none. */
export function named<Row extends { readonly name: string }>(
  rows: readonly Row[],
  name: string,
): Row | null | undefined {
  return name === '' ? null : rows.find(row => row.name.toLowerCase() === name.toLowerCase())
}

/** The worker of the line by their name at the identity provider, else by e-mail. */
export function workerOf(values: WorkerLine['values'], all: readonly Worker[], say: Say): Worker | null {
  const { sign_in_subject: subject, email } = values
  if (subject === '' && email === '') return say('Give sign_in_subject or email: they tell workers apart')
  const bySubject = subject === '' ? undefined : all.find(one => one.signInSubject === subject)
  if (bySubject) return bySubject
  const byEmail = all.filter(one => email !== '' && one.email?.toLowerCase() === email.toLowerCase())
  if (byEmail.length > 1) return say('Several workers have this e-mail: give sign_in_subject')
  return byEmail[0] ?? null
}

/** A date or nothing. */
export function dayOf(text: string, column: string, say: Say): Temporal.PlainDate | null {
  if (text === '') return null
  try {
    if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return Temporal.PlainDate.from(text, { overflow: 'reject' })
  } catch {
    // said below, like any other text that is no date
  }
  return say(`${column} must be a date such as 2026-11-22`)
}

/** The post that the line gives, when it names one. */
export function postOf(values: WorkerLine['values'], all: readonly Team[], say: Say): NewPost | null {
  if (values.team === '' && values.role === '') return null
  const team = named(all, values.team)
  const role = (Object.keys(roleWords) as PostRole[]).find(one => one === values.role) // its keys are the roles
  const fte = values.fte === '' ? 1 : Number(values.fte)
  if (!team) return say(`No team is called “${values.team}”`)
  if (role === undefined) return say(`“${values.role}” is no role: ${Object.keys(roleWords).join(', ')}`)
  if (!(fte > 0 && fte <= 1)) return say('fte must be above 0 and at most 1')
  return { teamId: team.id, role, fte, holdsCases: /^(yes|true|1)$/i.test(values.holds_cases) }
}
