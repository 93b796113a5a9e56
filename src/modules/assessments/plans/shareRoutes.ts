import { z } from 'zod'
import {
  addShare,
  answerShare,
  Fields,
  languages,
  personParams,
  recordWriters,
  shareWays,
  syncClocks,
  uuidParam,
} from '#modules/casework'
import { notFound, type Reply, route } from '#platform/http'
import type { Uuid } from '#platform/ids'
import { fieldErrors } from '#ui'
import { LONGEST_TEXT } from './outcomeForm.ts'
import { plainQuery, plainReply } from './plainReply.ts'
import { type PlainView, readPlainView } from './plainView.ts'
import { writable } from './planReply.ts'
import { readPlanView } from './planView.ts'
import { shareOn } from './sharePlan.ts'

const url = '/people/:personId/plan'

const COPIED = 'Enter why this person may read words of a note about somebody else, or change the words'

const share = route({
  method: 'POST',
  url: `${url}/shares`,
  admits: recordWriters,
  summary: 'Records that a child in need plan was shared with somebody of the family',
  purpose: 'casework',
  params: personParams,
  query: plainQuery,
  async handle(visit): Promise<Reply> {
    const { work, params, sent } = visit
    const found = writable(await readPlanView(work, params.personId))
    if (!found.ok) return found.reply
    const { plan } = found.view
    const view = await readPlainView(work, found.view, visit.query)
    if (view.recipient === null) return notFound
    const fields = new Fields(sent)
    const sharedOn = fields.date('shared', 'Date', 'Enter when it was shared')
    if (sharedOn && Temporal.PlainDate.compare(sharedOn, work.today) > 0)
      fields.problem('shared', 'Date must be today or in the past')
    if (sharedOn && Temporal.PlainDate.compare(sharedOn, plan.startedOn) < 0)
      fields.problem('shared', 'Date must be on or after the day the plan started')
    const how = fields.choice('how', shareWays, 'Select how it was shared')
    const { faults } = view
    if (faults === null || faults.hits.length > 0)
      fields.problem('how', 'This copy tells a protected address: leave it out, or change the plan’s words')
    const reason = faults && faults.copied.length > 0 ? fields.text('copied_reason', 1000, COPIED) : null
    const lang = languages.find(({ value }) => value === fields.typed('lang'))?.value ?? 'en'
    if (sharedOn === null || how === null || fields.issues.length > 0)
      return plainReply(
        view,
        visit,
        fieldErrors(fields.issues, ['shared', 'how', 'copied_reason'], { shared: 'shared-day' }),
      )
    const copied = reason && { because: reason, noteIds: faults?.copied.map(({ noteId }) => noteId) ?? [] }
    await addShare(work, plan, {
      recipientId: view.recipient.id,
      sharedOn,
      how,
      lang,
      copied: copied || null,
    })
    await shareOn(work, plan, sharedOn)
    await syncClocks(work, [params.personId])
    return {
      kind: 'redirect',
      location: `/people/${params.personId}/plan/plain`,
      success: 'Recorded that it was shared',
    }
  },
})

const answers = ['yes', 'partly', 'no'] as const

const hear = route({
  method: 'POST',
  url: `${url}/shares/:shareId`,
  admits: recordWriters,
  summary: 'Records what somebody of the family says of their plan',
  purpose: 'casework',
  params: z.object({ personId: uuidParam, shareId: uuidParam }),
  async handle(visit): Promise<Reply> {
    const { work, params, sent } = visit
    const found = writable(await readPlanView(work, params.personId))
    if (!found.ok) return found.reply
    const view = await readPlainView(work, found.view, {})
    if (!view.shares.some(({ id }) => id === params.shareId)) return notFound
    const fields = new Fields(sent)
    const understood = fields.choice('understood', answers, 'Select whether they understand the plan')
    const agrees = fields.choice('agrees', answers, 'Select whether they agree with it')
    const words = fields.text('words', LONGEST_TEXT)
    const at = (field: string) => ({ [field]: `${field}-${params.shareId}` })
    const targets = { ...at('understood'), ...at('agrees'), ...at('words') }
    if (understood === null || agrees === null || fields.issues.length > 0)
      return plainReply(
        withTyped(view, params.shareId, fields),
        visit,
        fieldErrors(fields.issues, ['understood', 'agrees', 'words'], targets),
      )
    const version = Number(fields.typed('version')) || 0
    const isSaved = await answerShare(work, {
      id: params.shareId,
      personId: params.personId,
      version,
      understood,
      agrees,
      words,
    })
    if (!isSaved) {
      fields.problem(
        'words',
        'Somebody has written down their answer meanwhile: it is shown here. Compare, then save again',
      )
      return plainReply(
        withTyped(view, params.shareId, fields),
        visit,
        fieldErrors(fields.issues, [], targets),
      )
    }
    return {
      kind: 'redirect',
      location: `/people/${params.personId}/plan/plain`,
      success: 'Saved what they say',
    }
  },
})

/** What was typed of one share shown again in its form; what stands is beside it. */
function withTyped(view: PlainView, shareId: Uuid, fields: Fields): PlainView {
  const chosen = (name: string) => answers.find(one => one === fields.typed(name)) ?? null
  const typed = {
    understood: chosen('understood'),
    agrees: chosen('agrees'),
    words: fields.typed('words') || null,
  }
  return {
    ...view,
    shares: view.shares.map(share => (share.id === shareId ? { ...share, typed } : share)),
  }
}

export const shareRoutes = [share, hear]
