import { readFile } from 'node:fs/promises'
import { openMeshMailbox, type Post } from '#modules/health'
import type { Config } from '#platform/config'
import type { Installation } from '#platform/db'
import { KithError } from '#platform/errors'
import type { Log } from '#platform/log'

/** Where a demonstration may send: to a trial of MESH on this machine. */
const HERE: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]'])

/**
 * The council's mailbox at the NHS as the settings have it; null where none is set. All of them are set or none: the settings were checked.
 * @throws KithError KITH_CONFIG_WRONG that names the setting whose file cannot be read
 */
export async function openPost(
  config: Config,
  installation: Pick<Installation, 'madeByDemo'> | undefined,
  log: Log,
): Promise<Post | null> {
  const { meshUrl: url, meshMailbox: mailbox, cpisMailbox: to, cpisWorkflow: workflow, cpisAnswers } = config
  if (url === undefined || mailbox === undefined || to === undefined || workflow === undefined) return null
  if (installation?.madeByDemo && !HERE.has(new URL(url).hostname)) {
    log.warn(
      'the mailbox of KITH_MESH_URL is not connected: children of a demonstration are never told to the NHS',
    )
    return null
  }
  const [password, sharedKey, cert, key, ca] = await Promise.all([
    secret('KITH_MESH_PASSWORD_FILE', config.meshPasswordFile),
    secret('KITH_MESH_SHARED_KEY_FILE', config.meshSharedKeyFile),
    secret('KITH_MESH_CERT', config.meshCertFile),
    secret('KITH_MESH_KEY', config.meshKeyFile),
    secret('KITH_MESH_CA', config.meshCaFile),
  ])
  const settings = { url, mailbox, password, sharedKey, tls: { cert, key, ca } }
  return { mailbox: openMeshMailbox(settings), to, workflow, answers: cpisAnswers ?? [] }
}

/** What a file holds, without the end of its line. */
async function secret(variable: string, path: string | undefined): Promise<string> {
  const held = path === undefined ? '' : await readFile(path, 'utf8').catch(() => '')
  if (held.trim() !== '') return held.trim()
  throw new KithError('KITH_CONFIG_WRONG', {
    sentence: `${variable} names a file that cannot be read or is empty: the mailbox at the NHS needs it.`,
  })
}
