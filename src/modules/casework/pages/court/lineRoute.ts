import { z } from 'zod'
import { notFound, type Reply, route, type Visit } from '#platform/http'
import { parseUuid, type Uuid } from '#platform/ids'
import { fieldErrors } from '#ui'
import type { CourtLine } from '../../court/courtLines.ts'
import { type CourtChronology, courtChronology, courtLines } from '../../court/readCourt.ts'
import { addCourtLine, curateLine } from '../../court/writeCourt.ts'
import { Fields } from '../frame/fields.ts'
import { recordWriters, uuidParam } from '../frame/recordParams.ts'
import { type LinePage, linePage } from './linePage.ts'
import { mayCurate } from './route.ts'

const newUrl = '/court-chronologies/:chronologyId/lines/new'
const oldUrl = '/court-chronologies/:chronologyId/lines/:lineId'
const newParams = z.object({ chronologyId: uuidParam })
const oldParams = newParams.extend({ lineId: uuidParam })
type LineVisit = Visit<{ chronologyId: Uuid; lineId?: Uuid }, unknown, unknown>

type Opened = {
  readonly court: CourtChronology
  readonly line: CourtLine | null
  readonly page: Omit<LinePage, 'shown' | 'errors' | 'conflict'>
}

async function open({ work, params: { chronologyId, lineId }, form }: LineVisit): Promise<Opened | null> {
  const court = await courtChronology(work, chronologyId)
  if (court === null || !(await mayCurate(work, court))) return null
  const lines = await courtLines(work, chronologyId)
  const line = lines.find(({ id }) => id === lineId) ?? null
  if (lineId !== undefined && line === null) return null
  const others = lines.filter(
    ({ id, isHidden, mergedInto }) => id !== lineId && !isHidden && mergedInto === null,
  )
  const cancel = `/court-chronologies/${chronologyId}`
  return { court, line, page: { action: `${cancel}/lines/${lineId ?? 'new'}`, cancel, line, others, form } }
}

function answer({ court }: Opened, page: LinePage): Reply {
  const hasErrors = page.errors.list.length > 0
  return {
    kind: 'page',
    ...(hasErrors ? { status: 422, hasErrors } : page.conflict ? { status: 409 } : {}),
    title: 'Line of a chronology for court',
    content: linePage(page),
    back: page.cancel,
    shown: { resource: 'court_chronology', subjectIds: court.personIds },
  }
}

const asTyped = (line: CourtLine | null): Record<string, unknown> =>
  line === null
    ? {}
    : {
        event: line.event,
        said_by: line.saidBy,
        source: line.source,
        other_agency: line.isOtherAgency ? 'yes' : '',
        impact: line.impact,
        response: line.action,
        merged_into: line.mergedInto,
        hidden: line.isHidden ? 'yes' : '',
        hidden_reason: line.hiddenReason,
      }

async function show(visit: LineVisit): Promise<Reply> {
  const opened = await open(visit)
  if (opened === null) return notFound
  return answer(opened, {
    ...opened.page,
    shown: asTyped(opened.line),
    errors: fieldErrors([]),
    conflict: null,
  })
}

async function save(visit: LineVisit): Promise<Reply> {
  const { work, sent } = visit
  const opened = await open(visit)
  if (opened === null) return notFound
  const { court, line, page } = opened
  const fields = new Fields(sent)
  const isHidden = fields.isTicked('hidden', 'yes')
  const mergedInto = parseUuid(fields.typed('merged_into'))
  const on = line?.on ?? fields.date('on', 'Date', 'Enter the date')
  const event = fields.text('event', 20_000, 'Enter what happened')
  const source = fields.text('source', 200, 'Enter where it comes from')
  const worded = {
    saidBy: fields.text('said_by', 200),
    isOtherAgency: fields.isTicked('other_agency', 'yes'),
    impact: fields.text('impact', 20_000),
    action: fields.text('response', 20_000),
  }
  const hiddenReason = fields.text('hidden_reason', 500, isHidden ? 'Enter why it is left out' : undefined)
  if (mergedInto && !page.others.some(({ id }) => id === mergedInto))
    fields.problem('merged_into', 'Select another line')
  if (fields.issues.length > 0 || !on || !event || !source) {
    const errors = fieldErrors(fields.issues, ['on', 'event', 'said_by', 'source', 'hidden_reason'], {
      on: 'on-day',
    })
    return answer(opened, { ...page, shown: sent, errors, conflict: null })
  }
  const redirect = { kind: 'redirect', location: page.cancel, success: 'Line saved' } as const
  if (line === null) {
    await addCourtLine(work, court, { ...worded, on, event, source })
    return redirect
  }
  const place = { id: line.id, chronologyId: court.id, version: Number(sent['version']) }
  const isSaved = await curateLine(work, place, {
    ...worded,
    event,
    source,
    isHidden,
    hiddenReason,
    mergedInto,
  })
  return isSaved
    ? redirect
    : answer(opened, { ...page, shown: sent, errors: fieldErrors([]), conflict: line })
}

const common = { admits: recordWriters, purpose: 'casework' } as const

/** Adding and wording the lines of a chronology for court. */
export const courtLineRoutes = [
  route({
    ...common,
    method: 'GET',
    url: newUrl,
    params: newParams,
    summary: 'Form for a line of a chronology for court',
    handle: show,
  }),
  route({
    ...common,
    method: 'POST',
    url: newUrl,
    params: newParams,
    summary: 'Adds a line to a chronology for court',
    handle: save,
  }),
  route({
    ...common,
    method: 'GET',
    url: oldUrl,
    params: oldParams,
    summary: 'Form to word a line of a chronology for court',
    handle: show,
  }),
  route({
    ...common,
    method: 'POST',
    url: oldUrl,
    params: oldParams,
    summary: 'Words, hides or merges a line of a chronology for court',
    handle: save,
  }),
]
