import { readClockSettings } from '#modules/agencies'
import { recordWriters } from '#modules/casework'
import type { Work } from '#platform/db'
import { type FormKeys, notFound, type Reply, type Route, route } from '#platform/http'
import type { Uuid } from '#platform/ids'
import { answersOf, eventsOf } from '../queries/eventsAndAnswers.ts'
import { type Copy, copyOf, isWalled, mayReceive } from '../queries/readCopies.ts'
import { latestShare } from '../rules/latestShare.ts'
import { type CopyView, copyPage } from './copyPage.ts'
import { type Around, aroundMeeting, copyParams } from './frame.ts'

/** A copy with its meeting. */
export type Opened = { readonly around: Around; readonly copy: Copy; readonly isOwn: boolean }

/** A copy with its meeting; null answers as absent. */
export async function openCopy(work: Work, copyId: Uuid): Promise<Opened | null> {
  const copy = await copyOf(work, copyId)
  const around = copy === null ? null : await aroundMeeting(work, copy.meetingId)
  if (copy === null || around === null) return null
  return { copy, around, isOwn: copy.inviteeId !== null && !around.maySend && copy.status === 'released' }
}

export const subjectsOfCopy = ({ personIds, recipientId }: Copy): readonly Uuid[] => [
  ...new Set([...personIds, ...(recipientId === null ? [] : [recipientId])]),
]

async function viewOf(
  work: Work,
  { copy, around }: Opened,
  form: FormKeys,
  error?: string,
): Promise<CopyView> {
  const walled =
    copy.recipientId !== null && around.isLine && (await isWalled(work, copy.recipientId, copy.personIds))
  return {
    copy,
    around,
    isWalled: copy.isWalled || walled,
    isMine: copy.approvedBy.includes(work.actor.id),
    needsDecision:
      around.isLine &&
      copy.recipientId !== null &&
      copy.sharedBecause === null &&
      !(await mayReceive(work, copy.recipientId, copy.personIds)),
    events: await eventsOf(work, [copy.id]),
    answers: await answersOf(work, [copy.id]),
    latest: latestShare(around.meeting, await readClockSettings(work)),
    now: work.now,
    form,
    ...(error === undefined ? {} : { error }),
  }
}

/** The page of a copy, with what is to be mended. */
export async function pageOf(
  work: Work,
  opened: Opened,
  form: FormKeys,
  error?: string,
  status = 422,
): Promise<Reply> {
  return {
    kind: 'page',
    status: error === undefined ? 200 : status,
    hasErrors: error !== undefined,
    title: 'One person’s copy',
    content: copyPage(await viewOf(work, opened, form, error)),
    shown: { resource: 'paper_copy', subjectIds: subjectsOfCopy(opened.copy) },
  }
}

type Doing = (work: Work, opened: Opened, sent: Readonly<Record<string, unknown>>) => Promise<Reply | string>
export const CHANGED =
  'Somebody changed this copy since you opened it. Look at it as it is now and try again.'

/** A form about one copy, refused where the copy was changed since it was shown. */
export const act = (name: string, summary: string, mayDo: (opened: Opened) => boolean, does: Doing): Route =>
  route({
    method: 'POST',
    url: `/copies/:copyId/${name}`,
    admits: recordWriters,
    purpose: 'casework',
    summary,
    params: copyParams,
    async handle({ work, params: { copyId }, sent, form }): Promise<Reply> {
      const opened = await openCopy(work, copyId)
      if (opened === null || work.knownAt !== null || !mayDo(opened)) return notFound
      if (sent['version'] !== undefined && Number(sent['version']) !== opened.copy.version)
        return pageOf(work, opened, form, CHANGED, 409)
      const done = await does(work, opened, sent)
      return typeof done === 'string' ? pageOf(work, opened, form, done) : done
    },
  })

/** Back to the copy. */
export const back = ({ copy }: Opened, success: string): Reply => ({
  kind: 'redirect',
  location: `/copies/${copy.id}`,
  success,
})
export const isLine = ({ around }: Opened) => around.isLine
export const maySend = ({ around }: Opened) => around.maySend
