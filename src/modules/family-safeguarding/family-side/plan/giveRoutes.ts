import { answerShare, Fields, languages, recordWriters, sharePlans, shareWays } from '#modules/casework'
import type { Work } from '#platform/db'
import { type FormKeys, notFound, type Reply, route } from '#platform/http'
import { fieldErrors } from '#ui'
import { workbookPage } from '../../frame/familyPage.ts'
import { familyParams, familyPath } from '../../frame/familyParams.ts'
import { openFamily } from '../../frame/openFamily.ts'
import { lastShares } from './givingForms.ts'
import { type FamilySheet, readSheet, type SheetQuery, sheetQuery } from './readSheet.ts'
import { sheetPage } from './sheetPage.ts'
import { sheetParameters } from './sheetRoutes.ts'

const url = '/families/:familyId/safeguarding/family/plan'
const COPIED = 'Enter why this person may read words of a note about somebody else, or change the words'

type Visit = {
  readonly work: Work
  readonly params: { readonly familyId: FamilySheet['open']['family']['id'] }
  readonly query: SheetQuery
  readonly sent: Readonly<Record<string, unknown>>
  readonly form: FormKeys
}

/** The sheet as its giver has it; null where it is not theirs to give. */
async function givenSheet({ work, params, query }: Visit): Promise<FamilySheet | null> {
  const open = await openFamily(work, params.familyId)
  if (open === null) return null
  const view = await readSheet(work, open, query)
  return view.mayGive && view.recipient !== null ? view : null
}

const again = ({ work, params, sent, form }: Visit, view: FamilySheet, fields: Fields): Promise<Reply> =>
  workbookPage(work, params.familyId, {
    title: 'The plan on one side',
    resource: 'plan_outcome',
    tab: 'family',
    status: 422,
    hasErrors: true,
    content: async () =>
      sheetPage(view, {
        values: sent,
        errors: fieldErrors(
          fields.issues,
          ['shared', 'how', 'copied_reason', 'understood', 'agrees', 'words'],
          {
            shared: 'shared-day',
          },
        ),
        keys: form,
        today: work.today,
      }),
  })

const back = (view: FamilySheet, success: string): Reply => ({
  kind: 'redirect',
  location: `${familyPath(view.open.family.id, '/family/plan')}?${sheetQuery(view)}`,
  success,
})

const share = route({
  method: 'POST',
  url: `${url}/shares`,
  admits: recordWriters,
  summary: 'Records that the sheet of a family’s plan was shared with somebody of the family',
  purpose: 'casework',
  params: familyParams,
  query: sheetParameters,
  async handle(visit): Promise<Reply> {
    const view = await givenSheet(visit)
    if (view === null || view.recipient === null) return notFound
    const { work, sent } = visit
    const fields = new Fields(sent)
    const sharedOn = fields.date('shared', 'Date', 'Enter when it was shared')
    if (sharedOn && Temporal.PlainDate.compare(sharedOn, work.today) > 0)
      fields.problem('shared', 'Date must be today or in the past')
    const how = fields.choice('how', shareWays, 'Select how it was shared')
    if (view.faults === null || view.faults.hits.length > 0)
      fields.problem('how', 'This sheet tells a protected address: leave it out, or change the plan’s words')
    const noteIds = view.faults?.copied.map(({ noteId }) => noteId) ?? []
    const because = noteIds.length > 0 ? fields.text('copied_reason', 1000, COPIED) : null
    const lang = languages.find(({ value }) => value === fields.typed('lang'))?.value ?? 'en'
    if (sharedOn === null || how === null || fields.issues.length > 0) return again(visit, view, fields)
    const copied = because === null ? null : { because, noteIds }
    await sharePlans(work, view.plans, { recipientId: view.recipient.id, sharedOn, how, lang, copied })
    return back(view, 'Recorded that it was shared, with the plan of each child on it')
  },
})

const answers = ['yes', 'partly', 'no'] as const

const hear = route({
  method: 'POST',
  url: `${url}/heard`,
  admits: recordWriters,
  summary: 'Records what somebody of a family says of the sheet of its plan',
  purpose: 'casework',
  params: familyParams,
  query: sheetParameters,
  async handle(visit): Promise<Reply> {
    const view = await givenSheet(visit)
    const shares = view === null ? [] : lastShares(view)
    if (view === null || shares.length === 0) return notFound
    const fields = new Fields(visit.sent)
    const understood = fields.choice('understood', answers, 'Select whether they understand the plan')
    const agrees = fields.choice('agrees', answers, 'Select whether they agree with it')
    const words = fields.text('words', 20_000)
    if (shares.some(({ id, version }) => fields.typed(`seen-${id}`) !== `${version}`))
      fields.problem('words', meanwhile(shares))
    if (understood === null || agrees === null || fields.issues.length > 0) return again(visit, view, fields)
    for (const { id, version, planId } of shares) {
      const personId = view.plans.find(plan => plan.id === planId)?.personId
      if (personId !== undefined)
        await answerShare(visit.work, { id, personId, version, understood, agrees, words })
    }
    return back(view, 'Saved what they say, with the plan of each child on the sheet')
  },
})

const meanwhile = (shares: ReturnType<typeof lastShares>): string => {
  const said = shares.flatMap(({ words }) => words ?? [])
  return `Somebody has written down their answer meanwhile${said.length === 0 ? '' : `: “${said[0]}”`}. Compare, then save again`
}

/** `/families/:familyId/safeguarding/family/plan/…`: giving the sheet, and what is said of it. */
export const giveRoutes = [share, hear]
