import { readClockSettings } from '#modules/agencies'
import { syncClocks } from '#modules/casework'
import type { Work } from '#platform/db'
import type { Route } from '#platform/http'
import { giveCopy } from '../commands/copies.ts'
import { noteEvent } from '../commands/noteOfCopy.ts'
import type { EventKind, Way } from '../queries/eventsAndAnswers.ts'
import { type Copy, isWalled, mayReceive } from '../queries/readCopies.ts'
import { isLate, latestShare } from '../rules/latestShare.ts'
import { eventKinds, ways } from '../rules/ways.ts'
import { sentText } from './frame.ts'
import { act, back, CHANGED, maySend } from './openCopy.ts'

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

/** Giving a copy, and what happened to it afterwards. */
export const giveCopyRoutes: readonly Route[] = [give, log]
