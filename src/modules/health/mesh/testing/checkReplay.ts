import { once } from 'node:events'
import type { IncomingMessage } from 'node:http'
import { request } from 'node:https'
import { meshToken } from '../token.ts'
import type { MeshServer } from './meshServer.ts'

/** Asks twice with one token, as somebody who overheard it would. @returns both statuses */
export async function checkReplay({ settings }: MeshServer): Promise<readonly number[]> {
  const at = Temporal.Now.instant()
  const Authorization = meshToken(settings, { nonce: 'overheard', count: 0, at })
  const ask = async () => {
    const asked = request(`${settings.url}/messageexchange/${settings.mailbox}/inbox`, {
      ...settings.tls,
      headers: { Authorization },
    })
    asked.end()
    const [response] = (await once(asked, 'response')) as [IncomingMessage]
    response.resume()
    return response.statusCode ?? 0
  }
  return [await ask(), await ask()]
}
