import { readClockSettings } from '#modules/agencies'
import { recordReaders, recordWriters, syncClocks } from '#modules/casework'
import type { Work } from '#platform/db'
import { type FormKeys, notFound, type Reply, type Route, route } from '#platform/http'
import type { Uuid } from '#platform/ids'
import { approveCopy, endCopy, giveCopy } from '../commands/copies.ts'
import { noteEvent } from '../commands/noteOfCopy.ts'
import { answersOf, type EventKind, eventsOf, type Way } from '../queries/eventsAndAnswers.ts'
import { type Copy, copyOf, isWalled, mayReceive } from '../queries/readCopies.ts'
import { isLate, latestShare } from '../rules/latestShare.ts'
import { eventKinds, ways } from '../rules/ways.ts'
import { copyPack } from './copyPack.ts'
import { type CopyView, copyPage } from './copyPage.ts'
import { type Around, aroundMeeting, copyParams, sentText } from './frame.ts'

type Opened = { readonly around: Around; readonly copy: Copy; readonly isOwn: boolean }

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

async function pageOf(
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

const show = route({
  method: 'GET',
  url: '/copies/:copyId',
  admits: recordReaders,
  purpose: 'casework',
  summary: 'One person’s copy of a paper and what became of it',
  params: copyParams,
  async handle({ work, params: { copyId }, form }): Promise<Reply> {
    const opened = await openCopy(work, copyId)
    return opened === null ? notFound : pageOf(work, opened, form)
  },
})

type Doing = (work: Work, opened: Opened, sent: Readonly<Record<string, unknown>>) => Promise<Reply | string>
const CHANGED = 'Somebody changed this copy since you opened it. Look at it as it is now and try again.'

const act = (name: string, summary: string, mayDo: (opened: Opened) => boolean, does: Doing): Route =>
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

const OVERTAKEN =
  'Something has changed since it was approved, so it is not given. Ask the worker of the children: they refuse this copy, make it again and approve it anew.'

/** A wall was raised since one person approved it, or its recipient has lost parental responsibility: asked again as it is given. */
async function isOvertaken(
  work: Work,
  { recipientId, personIds, approvedBy, sharedBecause }: Copy,
): Promise<boolean> {
  if (recipientId === null) return false
  if (sharedBecause === null && !(await mayReceive(work, recipientId, personIds))) return true
  return approvedBy.length < 2 && (await isWalled(work, recipientId, personIds))
}

const back = ({ copy }: Opened, success: string): Reply => ({
  kind: 'redirect',
  location: `/copies/${copy.id}`,
  success,
})
const isLine = ({ around }: Opened) => around.isLine
const maySend = ({ around }: Opened) => around.maySend

const approve = act('approve', 'Approves one person’s copy', isLine, async (work, opened, sent) => {
  const { copy } = opened
  if (copy.status !== 'composed') return CHANGED
  if (copy.approvedBy.includes(work.actor.id))
    return 'You have approved this copy. Somebody else approves it too.'
  const walled = copy.recipientId !== null && (await isWalled(work, copy.recipientId, copy.personIds))
  const findingsAnswer = sentText(sent, 'answer') || copy.findingsAnswer
  const sharedBecause = sentText(sent, 'because') || copy.sharedBecause
  if (copy.findings.length > 0 && findingsAnswer === null)
    return 'Enter why it goes although the checks met something.'
  if (
    sharedBecause === null &&
    copy.recipientId !== null &&
    !(await mayReceive(work, copy.recipientId, copy.personIds))
  )
    return 'This person has no parental responsibility for every child in this copy. Enter why they are given it, or refuse it.'
  const done = await approveCopy(work, copy, {
    findingsAnswer,
    sharedBecause,
    inPortal: sentText(sent, 'portal') === 'yes',
    isWalled: walled,
  })
  if (done === 'changed_meanwhile') return CHANGED
  return back(opened, done === 'approved' ? 'Approved' : 'Approved by you. A second person approves it too')
})

const refuse = act('refuse', 'Refuses one person’s copy', isLine, async (work, opened, sent) => {
  const why = sentText(sent, 'why')
  if (why === '') return 'Enter why it is refused.'
  if (!['composed', 'approved'].includes(opened.copy.status)) return CHANGED
  return (await endCopy(work, opened.copy, 'refused', why)) ? back(opened, 'Refused') : CHANGED
})

const withdraw = act('withdraw', 'Takes back a copy that was given', isLine, async (work, opened, sent) => {
  const why = sentText(sent, 'why')
  if (why === '') return 'Enter why it is taken back.'
  if (opened.copy.status !== 'released') return CHANGED
  return (await endCopy(work, opened.copy, 'withdrawn', why))
    ? back(opened, 'Taken back. What was posted or read cannot be unsent: say so to whoever it concerns')
    : CHANGED
})

const give = act('give', 'Gives an approved copy to its recipient', maySend, async (work, opened, sent) => {
  const { copy, around } = opened
  const way = ways.find(one => one === sentText(sent, 'way'))
  if (way === undefined) return 'Select how it is given.'
  if (copy.status === 'released') return back(opened, 'It was given already')
  if (copy.status !== 'approved') return CHANGED
  if (way === 'portal' && !copy.inPortal) return 'It was not approved for the portal: give it in another way.'
  const late = sentText(sent, 'late') || null
  if (late === null && isLate(latestShare(around.meeting, await readClockSettings(work)), work.now))
    return 'This is later than the last day to share it. Enter why: the chair sees it.'
  if (await isOvertaken(work, copy)) return OVERTAKEN
  if (!(await giveCopy(work, copy, late))) return CHANGED
  await noteEvent(work, {
    copyId: copy.id,
    kind: way === 'read_aloud' ? 'read_aloud' : 'sent',
    way,
    at: work.now,
    remark: null,
  })
  if (around.isLine) await syncClocks(work, copy.personIds)
  const next = sentText(sent, 'next') === 'send' ? `/meetings/${copy.meetingId}/send` : `/copies/${copy.id}`
  return { kind: 'redirect', location: next, success: 'Given' }
})

const log = act(
  'log',
  'Writes down what happened to a given copy',
  ({ around, copy }) => around.maySend && copy.status === 'released',
  async (work, opened, sent) => {
    const kind = eventKinds.find((one): one is EventKind => one === sentText(sent, 'kind'))
    const way = ways.find((one): one is Way => one === sentText(sent, 'way'))
    if (kind === undefined || way === undefined) return 'Select what happened, and how.'
    await noteEvent(work, {
      copyId: opened.copy.id,
      kind,
      way,
      at: work.now,
      remark: sentText(sent, 'remark').slice(0, 1000) || null,
    })
    return back(opened, 'Written down')
  },
)

const pack = route({
  method: 'GET',
  url: '/copies/:copyId/pack.pdf',
  admits: recordReaders,
  purpose: 'casework',
  summary: 'One person’s copy as a print of its own',
  params: copyParams,
  async handle({ work, params: { copyId } }): Promise<Reply> {
    const opened = await openCopy(work, copyId)
    if (opened === null || !['approved', 'released', 'replaced'].includes(opened.copy.status)) return notFound
    return {
      kind: 'print',
      fileName: 'copy.pdf',
      make: await copyPack(work, opened.copy),
      shown: { resource: 'paper_copy', subjectIds: subjectsOfCopy(opened.copy), action: 'export' },
    }
  },
})

export const copyRoutes: readonly Route[] = [show, approve, refuse, withdraw, give, log, pack]
