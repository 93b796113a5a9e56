import { typedOf } from '#modules/casework'
import { parseUuid } from '#platform/ids'
import { type Html, html } from '#ui'
import { familyForm } from '../../frame/familyForm.ts'
import { type FamilyParams, familyParams, familyPath } from '../../frame/familyParams.ts'
import { codesOf, line, type Of, oneOf, oneOfMany, text } from '../../frame/fieldParts.ts'
import type { OpenFamily } from '../../frame/openFamily.ts'
import { type FamilyNeed, needStandings, type Strand } from '../../rules/strand.ts'
import { disciplineWords, needWords } from '../../rules/words.ts'
import { beginStrand, type NewStrand } from '../commands/writeStrand.ts'
import { needsOf, strandsOf } from '../queries/strandsOf.ts'
import { type TeamWorker, teamWorkers } from '../queries/teamWorkers.ts'
import type { Workbook } from '../queries/workbookOf.ts'
import { bothSides, parseChoice, workerChoices } from './strandChoices.ts'

type Context = {
  readonly open: OpenFamily
  readonly workbook: Workbook
  readonly strands: readonly Strand[]
  readonly needs: readonly FamilyNeed[]
  readonly workers: readonly TeamWorker[]
}

/** `/families/:familyId/safeguarding/strands/new`: by whoever holds the case. */
export const newStrandRoutes = familyForm<FamilyParams, Context, NewStrand>({
  url: '/families/:familyId/safeguarding/strands/new',
  params: familyParams,
  name: 'strand-new',
  tab: 'overview',
  title: 'Begin a strand',
  heading: () => 'Begin a strand',
  summary: { show: 'The form that begins a strand of the work with a family', send: 'Begins a strand' },
  submit: 'Begin the strand',
  path: ({ familyId }, { person, need }) =>
    familyPath(familyId, `/strands/new${person && need ? `?person=${person}&need=${need}` : ''}`),
  cancel: ({ familyId }) => familyPath(familyId),
  async read({ work, params: { familyId } }, open) {
    const { workbook } = open
    if (!open.keeps || workbook === null) return null
    return {
      open,
      workbook,
      strands: await strandsOf(work, familyId),
      needs: await needsOf(
        work,
        open.members.map(({ person }) => person.id),
      ),
      workers: await teamWorkers(work, workbook.teamId),
    }
  },
  fresh: (_, { query }) => ({
    ...(query['person'] ? { person: query['person'] } : {}),
    ...(query['need'] ? { need: query['need'], discipline: query['need'] } : {}),
  }),
  fields: (context, values, errors) => fieldsOf(context, { values, errors }),
  parse(fields, { open, strands, needs, workers }, { work }) {
    const person = parseUuid(fields.typed('person'))
    const personId =
      person !== null && open.shared.has(person)
        ? person
        : fields.problem('person', 'Select whom the work is with')
    const needKind = fields.choice('need', codesOf(needWords), 'Select the need')
    const discipline = fields.choice('discipline', codesOf(disciplineWords), 'Select the discipline')
    const choice = parseChoice(fields, discipline, workers)
    const sided = discipline === null ? null : bothSides(strands, discipline, choice)
    if (sided !== null) fields.problem('worker', sided)
    if (personId === null || needKind === null || discipline === null || fields.issues.length > 0) return null
    if (
      strands.some(
        one =>
          one.endedOn === null &&
          one.personId === personId &&
          one.needKind === needKind &&
          one.discipline === discipline,
      )
    )
      return fields.problem(
        'need',
        'This work is open already: change it, or choose another need or discipline',
      )
    const noted = needStandings(needs, []).find(one => one.personId === personId && one.kind === needKind)
    return { personId, needKind, discipline, needNotedOn: noted?.notedOn ?? work.today, ...choice }
  },
  async save(strand, { workbook }, { work, params }) {
    await beginStrand(work, workbook, strand)
    return { outcome: 'saved', location: familyPath(params.familyId), success: 'The strand has begun' }
  },
  order: ['person', 'need', 'discipline', 'side', 'worker', 'aim', 'whyNobody'],
})

function fieldsOf({ open, workers }: Context, of: Of): Html {
  const people = Object.fromEntries(
    open.members
      .filter(({ person }) => open.shared.has(person.id))
      .map(({ person }) => [person.id, `${person.displayName}, ${person.age}`]),
  )
  return html`${oneOf('person', 'Whom is the work with?', people, of)}
${oneOfMany('need', 'Which need?', needWords, of)}
${oneOf('discipline', 'Which discipline?', disciplineWords, of)}
${workerChoices(workers, of, typedOf(of.values, 'discipline'))}
${line('aim', 'Aim (optional)', of, 'What will be different when this work is done')}
${text('whyNobody', 'If nobody works on it yet, why?', of, 'For example, the post is vacant until March')}`
}
