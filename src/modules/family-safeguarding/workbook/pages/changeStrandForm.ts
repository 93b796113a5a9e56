import { dayValues, type Fields, type FormValues } from '#modules/casework'
import type { Uuid } from '#platform/ids'
import { type Html, html, nothing } from '#ui'
import { familyForm } from '../../frame/familyForm.ts'
import { familyPath, type StrandParams, strandParams, strandPath } from '../../frame/familyParams.ts'
import { codesOf, day, line, type Of, oneOf, oneOfMany, parsePastDay, text } from '../../frame/fieldParts.ts'
import { nameOf } from '../../frame/openFamily.ts'
import type { Strand } from '../../rules/strand.ts'
import { answerWords, endWords, workWords } from '../../rules/words.ts'
import { changeStrand, type StrandChoice, type StrandCourse } from '../commands/writeStrand.ts'
import { strandById, strandsOf } from '../queries/strandsOf.ts'
import { type TeamWorker, teamWorkers } from '../queries/teamWorkers.ts'
import { bothSides, parseChoice, workerChoices } from './strandChoices.ts'

type Context = {
  readonly strand: Strand
  readonly strands: readonly Strand[]
  readonly keeps: boolean
  readonly workers: readonly TeamWorker[]
  /** Whose family it is now. */
  readonly teamId: Uuid
}
type Parsed = { readonly version: number; readonly changed: Partial<StrandChoice> & StrandCourse }

/** `/families/:familyId/safeguarding/strands/:strandId/change`: by whoever holds the case, and by whoever works on it. */
export const changeStrandRoutes = familyForm<StrandParams, Context, Parsed>({
  url: '/families/:familyId/safeguarding/strands/:strandId/change',
  params: strandParams,
  name: 'strand-change',
  tab: 'overview',
  title: 'Change a strand',
  heading: ({ strand }, open) => `${workWords(strand)}: ${nameOf(open, strand.personId)}`,
  summary: { show: 'The form that changes a strand of the work with a family', send: 'Changes a strand' },
  submit: 'Save',
  path: params => strandPath(params, '/change'),
  cancel: ({ familyId }) => familyPath(familyId),
  async read({ work, params }, open) {
    const strand = await strandById(work, params.strandId)
    if (strand?.familyId !== params.familyId || strand.endedOn !== null) return null
    if (!open.keeps && strand.workerId !== work.actor.id) return null
    const teamId = open.workbook?.teamId ?? strand.teamId
    const workers = withPresent(strand, await teamWorkers(work, teamId))
    return { strand, strands: await strandsOf(work, params.familyId), keeps: open.keeps, workers, teamId }
  },
  fresh: ({ strand }) => strandValues(strand),
  fields: (context, values, errors) => fieldsOf(context, { values, errors }),
  parse: (fields, context, { work }) => parse(fields, context, work.today),
  async save({ version, changed }, { strand, teamId }, { work, params }) {
    const outcome = await changeStrand(work, strand, version, changed, teamId)
    if (outcome === 'stale') return { outcome: 'stale' }
    return { outcome: 'saved', location: familyPath(params.familyId), success: 'Saved' }
  },
  order: ['side', 'worker', 'whyNobody', 'aim', 'answer', 'answered', 'first', 'ended', 'endReason'],
  targets: { answered: 'answered-day', first: 'first-day', ended: 'ended-day' },
  labels: { aim: 'Aim', whyNobody: 'Why nobody works on it', answer: 'Answer' },
})

/** Of the team, those of the discipline; and whoever works on it now, who may be of the team that had the family before. */
function withPresent(
  { workerId, workerName, discipline }: Strand,
  team: readonly TeamWorker[],
): readonly TeamWorker[] {
  const own = team.filter(one => one.discipline === discipline)
  if (workerId === null || own.some(({ id }) => id === workerId)) return own
  return [{ id: workerId, name: workerName ?? 'Whoever works on it now', discipline }, ...own]
}

const strandValues = (strand: Strand): FormValues => ({
  version: `${strand.version}`,
  side: strand.worksWith ?? '',
  worker: strand.workerId ?? '',
  aim: strand.aim ?? '',
  whyNobody: strand.whyNobody ?? '',
  answer: strand.answer ?? '',
  ...dayValues('answered', strand.answeredOn),
  ...dayValues('first', strand.firstContactOn),
})

function fieldsOf({ strand, keeps, workers }: Context, of: Of): Html {
  return html`${keeps ? html`${workerChoices(workers, of, strand.discipline)}${text('whyNobody', 'If nobody works on it, why?', of)}` : nothing}
${line('aim', 'Aim', of, 'What will be different when this work is done')}
${oneOf('answer', 'What did the person answer to the offer?', answerWords, of)}
${day('answered', 'When did they answer?', of)}
${day('first', 'First contact of whoever works on it', of, 'It is noted by the first session, when it was not before')}
<h2 class="govuk-heading-m">If the work ends</h2>
${day('ended', 'Ended on (optional)', of)}
${oneOfMany('endReason', 'Why it ended', endWords, of)}`
}

function parse(
  fields: Fields,
  { strand, strands, keeps, workers }: Context,
  today: Temporal.PlainDate,
): Parsed | null {
  const choice = keeps ? parseChoice(fields, strand.discipline, workers) : null
  const sided = choice === null ? null : bothSides(strands, strand.discipline, choice, strand)
  if (sided !== null) fields.problem('worker', sided)
  const course = parseCourse(fields, strand, today)
  if (fields.issues.length > 0) return null
  const chosen = choice ?? { aim: fields.text('aim', 1_000) }
  return { version: Number(fields.typed('version')) || 0, changed: { ...chosen, ...course } }
}

function parseCourse(fields: Fields, strand: Strand, today: Temporal.PlainDate): StrandCourse {
  const answer =
    fields.typed('answer') === '' ? null : fields.choice('answer', codesOf(answerWords), 'Select the answer')
  const answeredOn = parsePastDay(
    fields,
    'answered',
    'The day of the answer',
    today,
    answer === null ? undefined : 'Enter the day of the answer',
  )
  if (answer === null && answeredOn !== null) fields.problem('answer', 'Select what they answered')
  const firstContactOn = parsePastDay(fields, 'first', 'The first contact', today)
  if (firstContactOn !== null && Temporal.PlainDate.compare(firstContactOn, strand.needNotedOn) < 0)
    fields.problem('first', 'The first contact must be on or after the day when the need was noted')
  const endedOn = parsePastDay(
    fields,
    'ended',
    'The end',
    today,
    typedEnd(fields) ? 'Enter the day on which it ended' : undefined,
  )
  const endReason =
    endedOn === null ? null : fields.choice('endReason', codesOf(endWords), 'Select why it ended')
  if (endedOn !== null && Temporal.PlainDate.compare(endedOn, strand.offeredOn) < 0)
    fields.problem('ended', 'The end must be on or after the day of the offer')
  return { answer, answeredOn, firstContactOn, endedOn, endReason }
}

const typedEnd = (fields: Fields): boolean => fields.typed('endReason') !== ''
