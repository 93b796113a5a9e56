import { fingerprint, lineAbove } from '#modules/assessments'
import type { Uuid } from '#platform/ids'
import { addWorkingDays } from '#reference'
import { at } from '../chronicle/moments.ts'
import type { Family } from '../families/family.ts'
import type { Teller } from '../teller.ts'
import type { Book } from './tellTeamWork.ts'

const OWN =
  'Carys gets both children up, fed and to school on most days. She asks for help before a hard evening and not after it.'

/**
 * The children are assessed again, six weeks into the work: open, with a month of the recovery worker's chapter taken into what is written
 * of parenting.
 */
export function tellReassessment(
  { chronicle, dice: rolled, today }: Teller,
  {
    book,
    family,
    referrals,
    leadId,
    mother,
  }: {
    readonly book: Book
    readonly family: Family
    readonly referrals: ReadonlyMap<Uuid, Uuid>
    readonly leadId: Uuid
    /** Her name, as the line above the words has it. */
    readonly mother: string
  },
): void {
  const dice = rolled.fork('assessed again')
  const jointId = dice.id()
  const startedOn = addWorkingDays(today, -6)
  const takenOn = addWorkingDays(today, -5)
  const summary = book.summaries.get('drinking')
  if (summary === undefined) throw new Error('The recovery worker shared a summary')
  const month = summary.month.toLocaleString('en-GB', { month: 'long', year: 'numeric' })
  const offer = {
    chapter: 'Substance misuse',
    title: `Summary of ${month}`,
    job: 'substance misuse practitioner',
  }
  const line = lineAbove(offer, [mother])
  chronicle.tell(
    'joint_assessment',
    at(startedOn, '10:35'),
    {
      id: jointId,
      family_id: book.familyId,
      person_ids: family.children.map(({ id }) => id),
      purpose: 'Six weeks into the work: what is safer for Effie and Robin, and what must still change?',
      status: 'open',
      version: 1,
    },
    [at(takenOn, '11:20'), { parenting: `${OWN}\n\n${line}\n${summary.words}`, version: 2 }],
  )
  for (const [personId, referralId] of referrals)
    chronicle.tell('assessment', at(startedOn, '10:40'), {
      id: dice.id(),
      person_id: personId,
      referral_id: referralId,
      joint_id: jointId,
      started_on: startedOn,
      version: 1,
    })
  chronicle.tell('assessment_source', at(takenOn, '11:20'), {
    id: dice.id(),
    joint_id: jointId,
    part: 'parenting',
    origin: `summary-${summary.id}`,
    heading: line,
    person_ids: [book.people.mother],
    fingerprint: fingerprint(summary.words),
    is_guarded: false,
    taken_on: takenOn,
    taken_by: leadId,
  })
}
