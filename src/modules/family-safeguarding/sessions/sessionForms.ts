import { z } from 'zod'
import { uuidParam } from '#modules/casework'
import type { Uuid } from '#platform/ids'
import { html } from '#ui'
import { familyForm } from '../frame/familyForm.ts'
import { type StrandParams, strandParams, strandPath } from '../frame/familyParams.ts'
import { text, type Words } from '../frame/fieldParts.ts'
import { nameOf, type OpenFamily } from '../frame/openFamily.ts'
import { moduleNames } from '../modules/moduleNames.ts'
import type { Strand } from '../rules/strand.ts'
import { strandById } from '../workbook/queries/strandsOf.ts'
import { mayRecord } from './mayRecord.ts'
import type { Session } from './session.ts'
import { parseSession, sessionFields, sessionValues } from './sessionFields.ts'
import { sessionById } from './sessionsOf.ts'
import { type NewSession, writeSession } from './writeSession.ts'

type Context = {
  readonly strand: Strand
  readonly corrects: Session | null
  readonly modules: Words
  readonly others: Words
}
type Parsed = { readonly session: NewSession; readonly reason: string | null }

const order = [
  'reason',
  'at',
  'at-time',
  'kind',
  'words',
  'ownWords',
  'others',
  'readiness',
  'changeTalk',
  'modules',
  'significant',
]
const targets = { at: 'at-day' }

/** Everyone else of the family whom a session may be about too. */
const othersOf = ({ members, shared }: OpenFamily, personId: Uuid): Words =>
  Object.fromEntries(
    members
      .filter(({ person }) => person.id !== personId && shared.has(person.id))
      .map(({ person }) => [person.id, person.displayName]),
  )

const base = '/families/:familyId/safeguarding/strands/:strandId/sessions'

const newSession = familyForm<StrandParams, Context, Parsed>({
  url: `${base}/new`,
  params: strandParams,
  name: 'session-new',
  tab: 'overview',
  title: 'Record a session',
  heading: ({ strand }, open) => `Record a session with ${nameOf(open, strand.personId)}`,
  summary: { show: 'The form of a session', send: 'Records a session' },
  submit: 'Record the session',
  path: params => strandPath(params, '/sessions/new'),
  cancel: params => strandPath(params),
  async read({ work, params }, open) {
    const strand = await strandById(work, params.strandId)
    if (strand?.familyId !== params.familyId || strand.endedOn !== null) return null
    if (!(await mayRecord(work, strand, open.keeps))) return null
    return {
      strand,
      corrects: null,
      modules: await moduleNames(work),
      others: othersOf(open, strand.personId),
    }
  },
  fresh: ({ strand }) => sessionValues(null, strand.personId),
  fields: ({ modules, others }, values, errors) => sessionFields({ values, errors }, modules, others),
  parse(fields, { strand, modules, others }, { work, submission }) {
    const session = parseSession(fields, {
      personId: strand.personId,
      others,
      modules,
      now: work.now,
      submission,
    })
    return session === null ? null : { session, reason: null }
  },
  async save({ session }, { strand }, { work, params }) {
    await writeSession(work, strand, session)
    return { outcome: 'saved', location: strandPath(params), success: 'The session is recorded' }
  },
  order,
  targets,
})

const sessionParams = strandParams.and(z.object({ sessionId: uuidParam }))
type SessionParams = StrandParams & { readonly sessionId: Uuid }

const correctSession = familyForm<SessionParams, Context, Parsed>({
  url: `${base}/:sessionId/correct`,
  params: sessionParams,
  name: 'session-correct',
  tab: 'overview',
  title: 'Correct a session',
  heading: () => 'Correct what was written',
  summary: { show: 'The form that corrects a session', send: 'Corrects a session by another entry' },
  submit: 'Save the correction',
  path: params => strandPath(params, `/sessions/${params.sessionId}/correct`),
  cancel: params => strandPath(params),
  async read({ work, params }, open) {
    const strand = await strandById(work, params.strandId)
    const corrects = await sessionById(work, params.familyId, params.sessionId)
    if (strand === null || corrects?.strandId !== strand.id || corrects.authorId !== work.actor.id)
      return null
    return { strand, corrects, modules: await moduleNames(work), others: othersOf(open, strand.personId) }
  },
  fresh: ({ strand, corrects }) => sessionValues(corrects, strand.personId),
  fields: ({ modules, others }, values, errors) =>
    html`${text('reason', 'Why is it corrected?', { values, errors })}${sessionFields({ values, errors }, modules, others)}`,
  parse(fields, { strand, modules, others }, { work, submission }) {
    const reason = fields.text('reason', 1_000, 'Enter why it is corrected')
    const session = parseSession(fields, {
      personId: strand.personId,
      others,
      modules,
      now: work.now,
      submission,
    })
    return session === null || reason === null ? null : { session, reason }
  },
  async save({ session, reason }, { strand, corrects }, { work, params }) {
    if (corrects === null || reason === null) return { outcome: 'not_found' }
    const written = await writeSession(work, strand, session, { of: corrects, reason })
    if (written === 'corrected')
      return {
        outcome: 'refused',
        issues: [{ path: ['reason'], message: 'It has been corrected already: correct the newer entry' }],
      }
    return {
      outcome: 'saved',
      location: strandPath(params),
      success: 'The correction is kept beside what it corrects',
    }
  },
  order,
  targets,
})

/** Forms of a practitioner's sessions. */
export const sessionRoutes = [...newSession, ...correctSession]
