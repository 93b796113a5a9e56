import { z } from 'zod'
import { Fields, uuidParam } from '#modules/casework'
import { notFound, type Reply, route, type Visit } from '#platform/http'
import { errorsAbove, type FormIssue, fieldErrors, html } from '#ui'
import { healthSenders } from '../../directories/healthSenders.ts'
import { readsApart, type Settlement, settleMessage } from '../settleMessage.ts'
import { type StuckMessage, stuckMessage } from '../stuckMessages.ts'
import { messageForm } from './messageForm.ts'

const params = z.object({ messageId: uuidParam })
type MessageVisit = Visit<z.infer<typeof params>, unknown, unknown>
const common = {
  admits: ['administrator'],
  purpose: 'administration',
  params,
  url: '/administration/messages/:messageId',
} as const
const LIST = '/administration/messages'

async function show(visit: MessageVisit, issues: readonly FormIssue[] = []): Promise<Reply> {
  const { work, params: asked, sent, form } = visit
  const message = await stuckMessage(work, asked.messageId)
  if (message === null) return notFound
  const errors = fieldErrors(issues, ['step', 'sender', 'why'])
  const fields = new Fields(sent)
  const senders = (await healthSenders(work)).filter(({ endedOn }) => endedOn === null)
  return {
    kind: 'page',
    title: 'A message that nobody could read',
    current: '/administration',
    back: LIST,
    hasErrors: issues.length > 0,
    status: issues.length > 0 ? 422 : 200,
    content: html`${errorsAbove(errors)}${messageForm({ message, senders, typed: name => fields.typed(name), form, errors })}`,
    shown: 'nothing',
  }
}

/** Somebody else was first. */
const settled: Reply = {
  kind: 'page',
  status: 409,
  title: 'This message waits no longer',
  current: '/administration',
  back: LIST,
  content: html`<h1 class="govuk-heading-l">This message waits no longer</h1>
<p class="govuk-body">Somebody has had it read again, or closed it. Nothing was changed now. <a class="govuk-link" href="${LIST}">The messages that wait</a></p>`,
  shown: 'nothing',
}

async function settle(visit: MessageVisit): Promise<Reply> {
  const { work, params: asked, sent } = visit
  const message = await stuckMessage(work, asked.messageId)
  if (message === null) return settled
  const fields = new Fields(sent)
  const settlement = await settlementOf(visit, fields, message)
  if (settlement === null || fields.issues.length > 0) return await show(visit, fields.issues)
  if (!(await settleMessage(work, message.id, settlement))) return settled
  const success = settlement.kind === 'close' ? 'The message is closed' : 'The message is being read again'
  return { kind: 'redirect', location: LIST, success }
}

async function settlementOf(
  { work }: MessageVisit,
  fields: Fields,
  message: StuckMessage,
): Promise<Settlement | null> {
  const kind = fields.choice('step', ['read_again', 'close'], 'Select what is to become of it')
  if (kind === null) return null
  if (kind === 'close') {
    const why = fields.text('why', 500)
    return why === null ? fields.problem('why', 'Enter why nothing is to be made of it') : { kind, why }
  }
  if (readsApart(message)) return { kind, senderId: null }
  const chosen = fields.typed('sender')
  const sender = (await healthSenders(work)).find(({ id, endedOn }) => id === chosen && endedOn === null)
  if (sender === undefined && (message.senderName === null || chosen !== ''))
    return fields.problem('sender', 'Select which hospital sent it')
  return { kind, senderId: sender?.id ?? null }
}

/** `/administration/messages/:messageId`: what is to become of one message. */
export const messageRoutes = [
  route({
    ...common,
    method: 'GET',
    summary: 'A message that waits for an administrator',
    handle: visit => show(visit),
  }),
  route({ ...common, method: 'POST', summary: 'Has a message read again, or closes it', handle: settle }),
]
