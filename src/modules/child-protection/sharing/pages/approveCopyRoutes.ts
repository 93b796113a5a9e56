import type { Route } from '#platform/http'
import { approveCopy, endCopy } from '../commands/copies.ts'
import { isWalled, mayReceive } from '../queries/readCopies.ts'
import { sentText } from './frame.ts'
import { act, back, CHANGED, isLine } from './openCopy.ts'

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

/** Approving a copy, refusing it and taking it back. */
export const approveCopyRoutes: readonly Route[] = [approve, refuse, withdraw]
