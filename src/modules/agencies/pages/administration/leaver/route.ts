import { z } from 'zod'
import {
  formFields,
  formVersion,
  isAsOpened,
  notFound,
  type Reply,
  route,
  type Visit,
  versionField,
} from '#platform/http'
import { parseUuid } from '#platform/ids'
import { button, formatDateTime, html, nothing, plural } from '#ui'
import { recordLeaver, recordReturn } from '../../../commands/recordLeaver.ts'
import { caseloads } from '../../../queries/caseloads.ts'
import { workerCard } from '../../../queries/workers.ts'

const params = z.object({ workerId: z.string().transform(text => parseUuid(text)) })
type LeaverVisit = Visit<z.infer<typeof params>, unknown, unknown>

async function ask({ work, params: { workerId }, form }: LeaverVisit, isStale = false): Promise<Reply> {
  const worker = workerId === null ? null : await workerCard(work, workerId)
  if (worker === null) return notFound
  const held = (await caseloads(work, [worker.id])).get(worker.id)?.held ?? 0
  const { leftAt } = worker
  const changed = html`<div class="govuk-inset-text" role="alert">Somebody else has just recorded this. Nothing was done. This is how it stands now.</div>`
  const content = html`${isStale ? changed : nothing}<h1 class="govuk-heading-l">${leftAt === null ? 'Record that a worker has left' : 'Take a worker back'}</h1>
  <p class="govuk-body-l">${worker.displayName}</p>
  <p class="govuk-body">${
    leftAt === null
      ? 'They are signed out at once and can sign in no more. What they wrote stays theirs.'
      : `They left on ${formatDateTime(leftAt)}. Once taken back they can sign in again, and see the children whom they still hold.`
  }</p>
  <p class="govuk-body">${held === 0 ? 'They hold no child.' : `They hold ${plural(held, 'child', 'children')}: the managers of their teams are told to give them to others.`}</p>
  <form method="post" action="/administration/leavers/${worker.id}" novalidate>${formFields(form)}${versionField(formVersion(leftAt))}
    ${button({ text: leftAt === null ? 'Record that they have left' : 'Take them back', classes: 'govuk-button--warning', preventDoubleClick: true })}
  </form>`
  return {
    kind: 'page',
    title: 'A worker leaves',
    current: '/administration',
    content,
    back: `/administration/workers/${worker.id}`,
    ...(isStale ? { status: 409 } : {}),
    shown: 'nothing',
  }
}

async function act(visit: LeaverVisit): Promise<Reply> {
  const { work, sent } = visit
  const { workerId } = visit.params
  const worker = workerId === null ? null : await workerCard(work, workerId)
  if (worker === null) return notFound
  // One button does either: pressed on an old page it would take back whoever has just left.
  if (!isAsOpened(sent, worker.leftAt)) return await ask(visit, true)
  const location = `/administration/workers/${worker.id}`
  if (worker.leftAt === null) {
    await recordLeaver(work, worker.id)
    return { kind: 'redirect', location, success: 'The worker has left and is signed out' }
  }
  await recordReturn(work, worker.id)
  return { kind: 'redirect', location, success: 'The worker can sign in again' }
}

const common = {
  url: '/administration/leavers/:workerId',
  admits: ['administrator'],
  purpose: 'administration',
  params,
} as const

/** `/administration/leavers/:workerId`. */
export const leaverRoutes = [
  route({ ...common, method: 'GET', summary: 'Ask before a worker leaves', handle: visit => ask(visit) }),
  route({ ...common, method: 'POST', summary: 'Record that a worker has left, or is back', handle: act }),
]
