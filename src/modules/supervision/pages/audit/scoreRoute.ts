import { z } from 'zod'
import { readSetting } from '#modules/agencies'
import { Fields, uuidParam } from '#modules/casework'
import { personSummaries } from '#modules/people'
import { formFields, notFound, type Reply, route, type Visit } from '#platform/http'
import type { Uuid } from '#platform/ids'
import {
  button,
  errorsAbove,
  type FieldErrors,
  fieldErrors,
  formatDate,
  type Html,
  html,
  radios,
  textarea,
} from '#ui'
import { scoreAudit } from '../../commands/scoreAudit.ts'
import { type Audit, audits } from '../../queries/audits.ts'
import { type Direction, directionsIn, readSession, type Session } from '../../queries/readSession.ts'
import { common } from '../common.ts'
import { practiceRows } from '../session/practiceRows.ts'

type ScoreVisit = Visit<{ auditId: Uuid }, unknown, unknown>
const levels = ['Not there', 'A beginning', 'Good', 'Strong'] as const
const values = ['0', '1', '2', '3'] as const

/** What the auditor scores: the session, while it is theirs to score. */
async function asked({ work, params }: Pick<ScoreVisit, 'work' | 'params'>) {
  const [audit] = await audits(work, { auditId: params.auditId })
  if (audit?.auditorId !== work.actor.id || audit.doneOn !== null) return null
  const session = await readSession(work, audit.sessionId)
  if (session === null) return null
  const { criteria } = await readSetting(work, 'supervision.criteria')
  return { audit, session, criteria: criteria.split('\n').flatMap(line => line.trim() || []) }
}

async function show(visit: ScoreVisit, errors: FieldErrors = fieldErrors([])): Promise<Reply> {
  const { work } = visit
  const found = await asked(visit)
  if (found === null) return notFound
  const directions = await directionsIn(work, found.session.id)
  const ids = [...new Set(directions.map(({ personId }) => personId))]
  const people = new Map((await personSummaries(work, ids)).map(({ id, displayName }) => [id, displayName]))
  const hasErrors = errors.list.length > 0
  return {
    kind: 'page',
    status: hasErrors ? 422 : 200,
    title: 'Score a supervision session',
    current: '/supervision',
    back: `/supervision/audits/${found.audit.sampleId}`,
    hasErrors,
    content: html`${errorsAbove(errors)}${sessionRead(found.session, directions, people)}${scoreForm(visit, found, errors)}`,
    shown: { resource: 'supervision_session', subjectIds: ids },
  }
}

function sessionRead(
  session: Session,
  directions: readonly Direction[],
  people: ReadonlyMap<Uuid, string>,
): Html {
  return html`<h1 class="govuk-heading-l">Score a supervision session</h1>
  <p class="govuk-body">${session.superviseeName} with ${session.supervisorName}, ${formatDate(session.heldOn)}.</p>
  <h2 class="govuk-heading-m">Practice</h2>${practiceRows(session.practice)}
  <h2 class="govuk-heading-m">Case</h2>
  ${
    directions.length === 0
      ? html`<p class="govuk-body">${session.noChildrenReason ?? 'Of children whose records you do not read.'}</p>`
      : html`<ul class="govuk-list govuk-list--bullet">${directions.map(({ personId, direction }) => html`<li>${people.get(personId) ?? 'Somebody you may not see'}: <span class="kith-typed">${direction}</span></li>`)}</ul>`
  }
  <h2 class="govuk-heading-m">${session.superviseeName}’s own view</h2>
  <p class="govuk-body kith-typed">${session.superviseeView ?? 'Nothing is written.'}</p>`
}

function scoreForm(
  { sent, form }: ScoreVisit,
  { audit, criteria }: { readonly audit: Audit; readonly criteria: readonly string[] },
  errors: FieldErrors,
): Html {
  const typed = new Fields(sent)
  return html`<h2 class="govuk-heading-m">Your scores</h2>
  <form method="post" action="/supervision/audits/sessions/${audit.id}" novalidate data-keep-on-failure>
    ${formFields(form)}
    ${criteria.map((criterion, at) =>
      radios({
        name: `score_${at}`,
        classes: 'govuk-radios--small',
        fieldset: { legend: { text: criterion, classes: 'govuk-fieldset__legend--s' } },
        items: levels.map((text, value) => ({ value: values[value], text: `${value} ${text}` })),
        value: typed.typed(`score_${at}`),
        errorMessage: errors.of(`score_${at}`),
      }),
    )}
    ${textarea({ name: 'remark', rows: 3, label: { text: 'Remark (optional)', classes: 'govuk-label--s' }, value: typed.typed('remark'), errorMessage: errors.of('remark') })}
    ${button({ text: 'Save the scores', preventDoubleClick: true })}
  </form>`
}

async function score(visit: ScoreVisit): Promise<Reply> {
  const { work, sent } = visit
  const found = await asked(visit)
  if (found === null) return notFound
  const { audit, criteria } = found
  const fields = new Fields(sent)
  const scores = criteria.map((criterion, at) => ({
    criterion,
    score: Number(fields.choice(`score_${at}`, values, 'Select a score')),
  }))
  const remark = fields.text('remark', 5_000)
  if (fields.issues.length > 0) return await show(visit, fieldErrors(fields.issues))
  if (!(await scoreAudit(work, audit, { scores, remark }))) return notFound
  return {
    kind: 'redirect',
    location: `/supervision/audits/${audit.sampleId}`,
    success: 'The scores are saved',
  }
}

const here = {
  ...common,
  url: '/supervision/audits/sessions/:auditId',
  params: z.object({ auditId: uuidParam }),
} as const
export const scoreRoutes = [
  route({
    ...here,
    method: 'GET',
    summary: 'A drawn session, and the form that scores it',
    handle: visit => show(visit),
  }),
  route({ ...here, method: 'POST', summary: 'Keeps the scores of a drawn session', handle: score }),
]
