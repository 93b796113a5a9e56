import { notFound, type Reply, route, type Visit } from '#platform/http'
import { parseUuid, type Uuid } from '#platform/ids'
import { type FieldErrors, fieldErrors } from '#ui'
import { courtChronologies } from '../../court/readCourt.ts'
import { makeCourtChronology } from '../../court/writeCourt.ts'
import { familyChildren } from '../../queries/familyChildren.ts'
import { Fields } from '../frame/fields.ts'
import { recordFrame } from '../frame/recordFrame.ts'
import { personParams, recordReaders, recordWriters } from '../frame/recordParams.ts'
import { courtListPage } from './listPage.ts'

const url = '/people/:personId/court-chronologies'
type ListVisit = Visit<{ personId: Uuid }, unknown, unknown>

async function answer({ work, params, sent, form }: ListVisit, errors: FieldErrors): Promise<Reply> {
  const { personId } = params
  const frame = await recordFrame(work, personId, 'chronology')
  if (frame === null || !frame.readsRecord) return notFound
  const made = await courtChronologies(work, personId)
  const children = await familyChildren(work, personId)
  const hasErrors = errors.list.length > 0
  return {
    kind: 'page',
    ...(hasErrors ? { status: 422, hasErrors } : {}),
    title: 'Chronologies for court - Record',
    before: frame.before,
    content: courtListPage({ personId, made, children, today: work.today, sent, errors, form }),
    shown: { resource: 'court_chronology', subjectIds: [personId, ...children.map(({ id }) => id)] },
  }
}

async function make(visit: ListVisit): Promise<Reply> {
  const { work, params, sent } = visit
  const children = (await familyChildren(work, params.personId)).filter(({ mayWrite }) => mayWrite)
  if (children.length === 0) return notFound
  const fields = new Fields(sent)
  const chosen = [sent['child'] ?? []].flat().map(text => parseUuid(String(text)))
  const personIds = children.map(({ id }) => id).filter(id => chosen.includes(id))
  if (personIds.length === 0 || personIds.length !== chosen.length)
    fields.problem('child', 'Select whom it is about')
  const fromOn = fields.date('from', 'From', 'Enter the first day')
  const untilOn = fields.date('until', 'Until', 'Enter the last day')
  if (fromOn && untilOn && Temporal.PlainDate.compare(fromOn, untilOn) > 0)
    fields.problem('until', 'Until must be the same as or after the first day')
  const court = fields.text('court', 200)
  const caseNumber = fields.text('case_number', 60)
  if (fields.issues.length > 0 || !fromOn || !untilOn)
    return answer(
      visit,
      fieldErrors(fields.issues, ['child', 'from', 'until', 'court'], {
        from: 'from-day',
        until: 'until-day',
      }),
    )
  const isFull = fields.typed('entries') === 'all'
  const id = await makeCourtChronology(work, { personIds, fromOn, untilOn, isFull, court, caseNumber })
  return { kind: 'redirect', location: `/court-chronologies/${id}`, success: 'Chronology made' }
}

/** `/people/:personId/court-chronologies`. */
export const courtListRoutes = [
  route({
    method: 'GET',
    url,
    admits: recordReaders,
    summary: 'Chronologies for court that name a child',
    purpose: 'casework',
    params: personParams,
    handle: visit => answer(visit, fieldErrors([])),
  }),
  route({
    method: 'POST',
    url,
    admits: recordWriters,
    summary: 'Makes a chronology for court from the record of some children',
    purpose: 'casework',
    params: personParams,
    handle: make,
  }),
]
