import { arch, release, type as system } from 'node:os'
import { z } from 'zod'
import { openLine } from './callMesh.ts'
import { MailboxFault } from './faults.ts'
import { fetchLetter } from './fetchLetter.ts'
import type { Mailbox } from './mailbox.ts'
import type { MeshSettings } from './meshSettings.ts'
import { parseJson, sendFile } from './sendFile.ts'

/** Ids go into addresses: what looks like none is not followed. */
const listed = z.object({ messages: z.array(z.string().regex(/^[A-Za-z0-9_-]{1,100}$/)) })

/**
 * A mailbox of the Message Exchange for Social Care and Health. Nothing is tried again here: what fails is left for the next turn.
 * Source: NHS England, MESH API (version 2 of its answers), and its sandbox.
 */
export function openMeshMailbox(settings: MeshSettings): Mailbox {
  const line = openLine(settings)
  const { mailbox: id } = settings
  return {
    id,
    async validate() {
      await line.call({ method: 'POST', path: '', headers: machine })
    },
    send: file => sendFile(line, id, file),
    async waiting() {
      const answer = await line.call({ method: 'GET', path: '/inbox' })
      const read = listed.safeParse(parseJson(answer.body))
      if (!read.success) throw new MailboxFault('unintelligible')
      return read.data.messages
    },
    fetch: letter => fetchLetter(line, letter),
    async acknowledge(letter) {
      const path = `/inbox/${encodeURIComponent(letter)}/status/acknowledged`
      await line.call({ method: 'PUT', path }).catch((error: unknown) => {
        // Acknowledged before, and the answer was lost: it is out of the mailbox, as it should be.
        if (!(error instanceof MailboxFault && ['gone', 'not_found'].includes(error.code))) throw error
      })
    },
  }
}

/** What the exchange wants to know of whoever validates a mailbox. */
const machine = {
  'mex-ClientVersion': 'kith',
  'mex-OSName': system(),
  'mex-OSVersion': release(),
  'mex-OSArchitecture': arch(),
  'mex-JavaVersion': 'N/A',
}
