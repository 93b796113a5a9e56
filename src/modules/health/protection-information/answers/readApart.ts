import type { Sealer } from '#platform/files'
import { UnreadableMessage, type UnsentReader } from '#platform/messages'
import { ownerTeam } from '../following/ownerTeam.ts'
import { takeMessage } from './takeMessage.ts'

/** Takes what the mailbox brought and was kept apart as a message of the NHS: an administrator says that it is about plans. Service listener. */
export const readApart =
  (sealer: Sealer): UnsentReader =>
  async (work, { channel, bytes }) => {
    if (channel !== 'mesh') throw new UnreadableMessage('sealed_wrongly')
    const teamId = await ownerTeam(work)
    if (teamId === null) throw new Error('No team answers for what the NHS sends')
    const { kind } = await takeMessage(work, sealer, { bytes, teamId, takenBy: null })
    if (kind === 'unreadable') throw new UnreadableMessage('no_message_of_protection_information')
  }
