import { userClasses, type Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { type Organisation, organisations } from '../queries/organisations.ts'
import { type Post, posts } from '../queries/posts.ts'
import { type Team, teams } from '../queries/teams.ts'
import { type Worker, workers } from '../queries/workers.ts'
import type { WorkerLine } from './readWorkerLines.ts'
import { dayOf, type NewPost, named, postOf, workerOf } from './readWorkerValues.ts'

/** What one line would do. */
export type PlannedLine = {
  readonly line: number
  readonly name: string
  readonly action: 'add' | 'change' | 'leave' | 'nothing'
  readonly problems: readonly string[]
  readonly workerId: Uuid | null
  readonly columns: Readonly<Record<string, string | null>>
  /** A post to be begun, unless they hold it already. */
  readonly post: NewPost | null
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
  const known = workerOf(values, directory.workers, say)
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
