import type { CommandContext } from '#platform/command-line'
import { personas } from '../demo/index.ts'
import { hostsOf } from '../installation/hosts.ts'
import type { Authority } from '../installation/openAuthority.ts'

/** Says where Kith is and who can sign in. */
export function sayWhoCanSignIn(
  context: CommandContext,
  address: string | null,
  authorities: readonly Authority[],
): void {
  if (address === null) return
  const config = context.config()
  const port = new URL(address).port
  for (const { place, installation } of authorities) {
    const [host = 'localhost'] = hostsOf(place, config)
    const url = place.host === '*' && config.baseUrl ? config.baseUrl.toString() : `http://${host}:${port}`
    context.say(`${installation.authorityName}: ${url}`)
  }
  if (!authorities.some(({ installation }) => installation.madeByDemo)) return
  context.say('\nSign in as one of these invented people (choose from the list on the first page):')
  for (const persona of personas) context.say(`  ${persona.name}, ${persona.role}: ${persona.tryThis}`)
  context.say('\nPress Ctrl-C to end.')
}
