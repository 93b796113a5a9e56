import { userClasses, type Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { type Organisation, organisations } from '../queries/organisations.ts'
import { type Post, type PostRole, posts } from '../queries/posts.ts'
import { roleWords } from '../queries/roleWords.ts'
import { type Team, teams } from '../queries/teams.ts'
import { type Worker, workers } from '../queries/workers.ts'
import type { WorkerLine } from './readWorkerLines.ts'

/** What one line would do. */
export type PlannedLine = {
  readonly line: number
  readonly name: string
  readonly action: 'add' | 'change' | 'leave' | 'nothing'
  readonly problems: readonly string[]
  readonly workerId: Uuid | null
  readonly columns: Readonly<Record<string, string | null>>
  /** A post to be begun, unless they hold it already. */
  readonly post: {
    readonly teamId: Uuid
    readonly role: PostRole
    readonly fte: number
    readonly holdsCases: boolean
  } | null
  readonly startedOn: Temporal.PlainDate
  readonly leftOn: Temporal.PlainDate | null
}

type Directory = {
  readonly workers: readonly Worker[]
  readonly posts: readonly Post[]
  readonly teams: readonly Team[]
  readonly organisations: readonly Organisation[]
  readonly today: Temporal.PlainDate
}

const everyone = 100_000

/** What each line would do, or what is wrong with it: a bad line changes nothing. Writes nothing. */
export async function planWorkerImport(
  work: Work,
  lines: readonly WorkerLine[],
): Promise<readonly PlannedLine[]> {
  const directory = {
    workers: await workers(work, {}, 0, everyone),
    posts: await posts(work),
    teams: await teams(work),
    organisations: await organisations(work),
    today: work.today,
  }
  const plans = lines.map(line => plan(line, directory))
  return plans.map((one, index) => ({ ...one, problems: [...one.problems, ...repeated(lines, index)] }))
}

/** A person may stand on one line only, or the later would undo the earlier. */
function repeated(lines: readonly WorkerLine[], index: number): readonly string[] {
  const keyOf = (line: WorkerLine | undefined) =>
    (line?.values.sign_in_subject || line?.values.email || '').toLowerCase()
  const key = keyOf(lines[index])
  const earlier = lines.slice(0, index).find(line => key !== '' && keyOf(line) === key)
  return earlier ? [`The same worker as line ${earlier.line}`] : []
}

function plan({ line, values, problem }: WorkerLine, directory: Directory): PlannedLine {
  const problems = problem === undefined ? [] : [problem]
  const say = (text: string): null => {
    problems.push(text)
    return null
  }
  const organisation = named(directory.organisations, values.organisation)
  if (organisation === undefined) say(`No organisation is called “${values.organisation}”`)
  const userClass = userClasses.find(one => one === values.class)
  if (values.name === '') say('The name is missing')
  if (userClass === undefined) say(`“${values.class}” is no class of user: ${userClasses.join(', ')}`)
  const startedOn = dayOf(values.started_on, 'started_on', say)
  const leftOn = dayOf(values.left_on, 'left_on', say)
  const known = find(values, directory.workers, say)
  const post = postOf(values, directory.teams, say)
  const columns = {
    display_name: values.name,
    class: userClass ?? '',
    email: values.email || known?.email || null,
    telephone: values.telephone || known?.telephone || null,
    sign_in_subject: values.sign_in_subject || known?.signInSubject || null,
    organisation_id: organisation?.id ?? known?.organisationId ?? null,
    started_on: startedOn?.toString() ?? known?.startedOn?.toString() ?? null,
  }
  const isHeld = directory.posts.some(
    one => one.workerId === known?.id && one.teamId === post?.teamId && one.role === post?.role,
  )
  const leaves = leftOn !== null && known?.leftAt == null
  const changes = known === null || !isSame(known, columns) || (post !== null && !isHeld)
  const action = leaves && known !== null ? 'leave' : known === null ? 'add' : changes ? 'change' : 'nothing'
  return {
    line,
    name: values.name,
    action,
    problems,
    workerId: known?.id ?? null,
    columns,
    post: isHeld ? null : post,
    startedOn: startedOn ?? directory.today,
    leftOn: leaves ? leftOn : null,
  }
}

function isSame(worker: Worker, columns: Readonly<Record<string, string | null>>): boolean {
  const {
    display_name,
    class: userClass,
    email,
    telephone,
    sign_in_subject,
    organisation_id,
    started_on,
  } = columns
  return (
    worker.displayName === display_name &&
    worker.class === userClass &&
    worker.email === email &&
    worker.telephone === telephone &&
    worker.signInSubject === sign_in_subject &&
    worker.organisationId === organisation_id &&
    (worker.startedOn?.toString() ?? null) === started_on
  )
}

type Say = (text: string) => null

/** The row of that name; null for no name, undefined where there is none. */
function named<Row extends { readonly name: string }>(
  rows: readonly Row[],
  name: string,
): Row | null | undefined {
  return name === '' ? null : rows.find(row => row.name.toLowerCase() === name.toLowerCase())
}

/** The worker of the line by their name at the identity provider, else by e-mail. */
function find(values: WorkerLine['values'], all: readonly Worker[], say: Say): Worker | null {
  const { sign_in_subject: subject, email } = values
  if (subject === '' && email === '') return say('Give sign_in_subject or email: they tell workers apart')
  const bySubject = subject === '' ? undefined : all.find(one => one.signInSubject === subject)
  if (bySubject) return bySubject
  const byEmail = all.filter(one => email !== '' && one.email?.toLowerCase() === email.toLowerCase())
  if (byEmail.length > 1) return say('Several workers have this e-mail: give sign_in_subject')
  return byEmail[0] ?? null
}

function dayOf(text: string, column: string, say: Say): Temporal.PlainDate | null {
  if (text === '') return null
  try {
    if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return Temporal.PlainDate.from(text, { overflow: 'reject' })
  } catch {
    // said below, like any other text that is no date
  }
  return say(`${column} must be a date such as 2026-11-22`)
}

function postOf(values: WorkerLine['values'], all: readonly Team[], say: Say): PlannedLine['post'] {
  if (values.team === '' && values.role === '') return null
  const team = named(all, values.team)
  const role = (Object.keys(roleWords) as PostRole[]).find(one => one === values.role) // its keys are the roles
  const fte = values.fte === '' ? 1 : Number(values.fte)
  if (!team) return say(`No team is called “${values.team}”`)
  if (role === undefined) return say(`“${values.role}” is no role: ${Object.keys(roleWords).join(', ')}`)
  if (!(fte > 0 && fte <= 1)) return say('fte must be above 0 and at most 1')
  return { teamId: team.id, role, fte, holdsCases: /^(yes|true|1)$/i.test(values.holds_cases) }
}
